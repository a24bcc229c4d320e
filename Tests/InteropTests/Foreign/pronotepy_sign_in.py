"""Signs in to a school with pronotepy as everybody it has a client for, and prints what it saw as one JSON object.

    python pronotepy_sign_in.py < request.json

The request holds `root`, the address of the school's PRONOTE; `today`, its day; and `accounts`, by name: each an object
with `username`, `password` and, for the second factor, `pin`. Nothing is judged here but that nothing fails: whoever
started this program knows the school's data, and compares.
"""

import base64
import datetime
import json
import logging
import sys
import time

import pronotepy
import requests

REQUEST = json.load(sys.stdin)
TODAY = datetime.date.fromisoformat(REQUEST["today"])
MONDAY = TODAY - datetime.timedelta(days=TODAY.weekday())


class Relogins(logging.Handler):
    """Counts how often pronotepy gave a session up and signed in anew, which it does after any error."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        if "turning it off and on again" in record.getMessage():
            Relogins.count += 1


def sign_in(kind, space: str, account: str, **changes):
    facts = REQUEST["accounts"][account]
    values = {"username": facts["username"], "password": facts["password"], **changes}
    return kind(f"{REQUEST['root']}/{space}.html", **values)


def lessons(client) -> list:
    return [
        {
            "start": lesson.start.isoformat(timespec="minutes"),
            "end": lesson.end.isoformat(timespec="minutes"),
            "subject": lesson.subject.name if lesson.subject else None,
            "teachers": lesson.teacher_names,
            "rooms": lesson.classrooms,
            "isCancelled": lesson.canceled,
            "status": lesson.status,
            "isTest": lesson.test,
            "isDetention": lesson.detention,
            "links": len(lesson.virtual_classrooms),
        }
        for lesson in client.lessons(MONDAY, MONDAY + datetime.timedelta(days=6))
    ]


def homework(client) -> list:
    return [
        {
            "due": item.date.isoformat(),
            "subject": item.subject.name,
            "text": item.description,
            "isDone": item.done,
            "files": [file.name for file in item.files],
        }
        for item in client.homework(MONDAY, MONDAY + datetime.timedelta(days=20))
    ]


def terms(client) -> list:
    """Grades and averages of the terms; other periods overlap them."""
    return [
        {
            "name": period.name,
            "grades": [
                {
                    "date": grade.date.isoformat(),
                    "subject": grade.subject.name,
                    "mark": grade.grade,
                    "scale": grade.out_of,
                    "coefficient": grade.coefficient,
                    "average": grade.average,
                    "minimum": grade.min,
                    "maximum": grade.max,
                    "title": grade.comment,
                }
                for grade in period.grades
            ],
            "averages": [
                {"subject": average.subject.name, "student": average.student, "class": average.class_average}
                for average in period.averages
            ],
            "overall": period.overall_average,
            "absences": len(period.absences),
            "delays": len(period.delays),
            "punishments": len(period.punishments),
            "evaluations": len(period.evaluations),
            "report": None if period.report is None else [subject.name for subject in period.report.subjects],
        }
        for period in client.periods
        if period.name.startswith("Trimestre")
    ]


def what_a_student_sees(client, student) -> dict:
    return {"name": student.name, "lessons": lessons(client), "homework": homework(client), "terms": terms(client)}


def downloads(client) -> list:
    """Every stored file of the year's homework and of the week's lessons."""
    files = [file for item in client.homework(client.start_day) for file in item.files]
    for lesson in client.lessons(MONDAY, MONDAY + datetime.timedelta(days=6)):
        if lesson.content is not None:
            files += lesson.content.files
    seen = {file.name: file for file in files if file.type == 1}
    return [{"name": name, "bytes": base64.b64encode(file.data).decode()} for name, file in sorted(seen.items())]


def documents(client) -> dict:
    address = client.export_ical()
    calendar = requests.get(address, timeout=30)
    forged = requests.get(address.replace("icalsecurise=0", "icalsecurise=1"), timeout=30)
    year = requests.get(client.generate_timetable_pdf(), timeout=30)
    week = requests.get(client.generate_timetable_pdf(TODAY), timeout=30)
    return {
        "calendarType": calendar.headers["Content-Type"],
        "calendar": calendar.content.decode("utf-8"),
        "forgedCalendar": forged.status_code,
        "yearType": year.headers["Content-Type"],
        "year": base64.b64encode(year.content).decode(),
        "week": base64.b64encode(week.content).decode(),
    }


def kept_alive(client) -> dict:
    """Whether an idle session is kept alive, and still the same one."""
    with client.keep_alive():
        client.communication.last_ping = 0
        deadline = time.monotonic() + 20
        while client.communication.last_ping == 0 and time.monotonic() < deadline:
            time.sleep(0.1)
    return {"sent": client.communication.last_ping > 0, "expired": client.session_check()}


def writes(client) -> dict:
    """What later reads return after something was written."""
    item = next(item for item in client.homework(MONDAY, MONDAY + datetime.timedelta(days=20)) if not item.done)
    item.set_done(True)
    done = next(again for again in client.homework(MONDAY, MONDAY + datetime.timedelta(days=20)) if again.id == item.id)
    news = next(news for news in client.information_and_surveys() if not news.read)
    news.mark_as_read(True)
    read = next(again for again in client.information_and_surveys() if again.id == news.id)
    before = len(client.discussions())
    recipients = [recipient for recipient in client.get_recipients() if recipient.with_discussion]
    client.new_discussion("Un essai", "Bonjour, à lundi ?", recipients[:1])
    started = next(discussion for discussion in client.discussions() if discussion.subject == "Un essai")
    started.messages[0].reply("Ou à mardi ?")
    texts = [message.content for message in started.messages]
    whole = next(discussion for discussion in client.discussions() if discussion.subject == "Un essai")
    whole.delete()
    trashed = next(discussion for discussion in client.discussions() if discussion.subject == "Un essai")
    return {
        "homeworkDone": done.done,
        "newsRead": read.read,
        "newsText": len(news.content() if callable(news.content) else news.content) > 0,
        "discussionsMore": len(client.discussions()) - before,
        "participants": len(started.participants()),
        "messages": texts,
        "labels": trashed.labels,
    }


def refused(kind, space: str, account: str, **changes) -> str:
    """How a sign-in that must fail failed; `signed in` when it did not."""
    try:
        client = sign_in(kind, space, account, **changes)
    except (pronotepy.PronoteAPIError, UnicodeDecodeError) as error:
        return type(error).__name__
    return "signed in" if client.logged_in else "not signed in"


def staff() -> dict:
    client = sign_in(pronotepy.VieScolaireClient, "viescolaire", "staff")
    first = client.classes[0]
    return {
        "classes": [{"name": school_class.name, "level": school_class.grade} for school_class in client.classes],
        "students": [
            {
                "name": student.full_name,
                "born": student.date_of_birth.isoformat(),
                "options": student.options,
                "city": student.identity.city,
                "guardians": [guardian.full_name for guardian in student.guardians],
            }
            for student in first.students()
        ],
    }


def parent() -> list:
    client = sign_in(pronotepy.ParentClient, "parent", "parent")
    children = []
    for child in client.children:
        client.set_child(child)
        children.append(what_a_student_sees(client, child))
    return children


def main() -> None:
    logging.getLogger("pronotepy").setLevel(logging.INFO)
    logging.getLogger("pronotepy").addHandler(Relogins())
    student = sign_in(pronotepy.Client, "eleve", "student")
    accents = sign_in(pronotepy.Client, "eleve", "accents")
    picture = student.info.profile_picture
    seen = {
        "student": what_a_student_sees(student, student.info),
        "parent": parent(),
        "staff": staff(),
        "accents": what_a_student_sees(accents, accents.info),
        "picture": base64.b64encode(picture.data).decode() if picture else None,
        "downloads": downloads(student),
        "documents": documents(student),
        "keptAlive": kept_alive(student),
        "writes": writes(student),
        "pin": sign_in(
            pronotepy.Client, "eleve", "pin", account_pin=REQUEST["accounts"]["pin"]["pin"], device_name="juge"
        ).info.name,
        "refused": {
            "password": refused(pronotepy.Client, "eleve", "student", password="faux"),
            "login": refused(pronotepy.Client, "eleve", "student", username="personne"),
            "space": refused(pronotepy.Client, "eleve", "staff"),
            "disabled": refused(pronotepy.Client, "eleve", "disabled"),
            "pin": refused(pronotepy.Client, "eleve", "pin", account_pin="0000", device_name="juge"),
        },
    }
    seen["relogins"] = Relogins.count
    json.dump(seen, sys.stdout)


if __name__ == "__main__":
    main()
