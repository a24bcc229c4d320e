"""One command with pronotepy: signs in with a password, reads one page, ends. Tells on standard error how many requests
that took.

    python pronotepy_command.py URL USERNAME PASSWORD-FILE timetable|homework|grades|averages|next-week
"""

import datetime
import sys
import zoneinfo

import pronotepy

import sent_requests


def main() -> int:
    url, username, password_file, page = sys.argv[1:5]
    with open(password_file) as file:
        client = pronotepy.Client(url, username, file.read().removesuffix("\n"))
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris")).date()
    monday = today - datetime.timedelta(days=today.weekday())
    if page == "next-week":
        monday += datetime.timedelta(days=7)
    sunday = monday + datetime.timedelta(days=6)
    if page in ("timetable", "next-week"):
        items = [f"{lesson.start} {lesson.subject.name if lesson.subject else ''}" for lesson in client.lessons(monday, sunday)]
    elif page == "homework":
        items = [f"{task.date} {task.subject.name}" for task in client.homework(monday, sunday)]
    elif page == "grades":
        items = [f"{grade.date} {grade.grade}" for grade in client.current_period.grades]
    else:
        items = [f"{average.subject.name} {average.student}" for average in client.current_period.averages]
    print("\n".join(items))
    print(sent_requests.count, file=sys.stderr)
    return 0 if items else 1


if __name__ == "__main__":
    sys.exit(main())
