"""Calls the functions of a school that pronotepy has no methods for, through pronotepy's channel.

    python pronotepy_other_calls.py < request.json

The request is that of `pronotepy_sign_in.py`. Prints one JSON object of what came back.
"""

import base64
import datetime
import json
import sys

import pronotepy
import requests

REQUEST = json.load(sys.stdin)


def sign_in(kind, space: str, account: str):
    facts = REQUEST["accounts"][account]
    return kind(f"{REQUEST['root']}/{space}.html", facts["username"], facts["password"])


def call(client, function: str, tab: int, data: dict) -> dict:
    """The secured part of an answer. Unlike `post`, this does not sign in anew after an error."""
    signature = {"onglet": tab}
    if isinstance(client, pronotepy.ParentClient):
        signature["membre"] = {"N": client._selected_child.id, "G": 4}
    return client.communication.post(function, {"Signature": signature, "data": data})["dataSec"]


def error_of(action) -> str:
    try:
        action()
    except pronotepy.ExpiredObject:
        return "22"
    except pronotepy.PronoteAPIError as error:
        return str(error.pronote_error_code)
    return "none"


def notebook(client) -> dict:
    resource = client.parametres_utilisateur["dataSec"]["data"]["ressource"]
    week = client.get_week(datetime.date.fromisoformat(REQUEST["today"]))
    answer = call(client, "PageEmploiDuTemps", 16, {"ressource": resource, "numeroSemaine": week})
    lessons = [lesson for lesson in answer["data"]["ListeCours"] if lesson.get("AvecCdT")]
    references = [lesson["cahierDeTextes"]["V"]["N"] for lesson in lessons]
    contents, homework = [], []
    for reference in references:
        entry = call(client, "donneesContenusCDT", 89, {"cahierDeTextes": {"N": reference}})
        contents += [c["L"] for e in entry["data"]["ListeCahierDeTextes"]["V"] for c in e["listeContenus"]["V"]]
        given = call(client, "donneesContenusCDT", 89, {"cahierDeTextes": {"N": reference}, "pourTAF": True})
        homework += [h["PourLe"]["V"] for h in given["data"]["ListeCahierDeTextes"]["V"][0]["ListeTravailAFaire"]["V"]]
    weeks = call(client, "PageEmploiDuTemps_DomainePresence", 16, {"Ressource": resource})["data"]
    return {"contents": contents, "homework": homework, "weeks": weeks["Domaine"]["V"]}


def drafts(client) -> dict:
    """A draft is saved, changed, sent; the discussion is thrown away, restored, deleted."""

    def rows() -> list:
        data = {"avecMessage": True, "avecLu": True}
        return call(client, "ListeMessagerie", 131, data)["data"]["listeMessagerie"]["V"]

    def again():
        return next((row for row in rows() if row["N"] == identity), None)

    def possessions() -> list:
        return again()["listePossessionsMessages"]["V"]

    def thread() -> dict:
        data = {"listePossessionsMessages": possessions(), "marquerCommeLu": False, "nbMessagesVus": 0}
        return call(client, "ListeMessages", 131, data)["data"]

    def write(data: dict) -> dict:
        return call(client, "SaisieMessage", 131, data)["RapportSaisie"]

    identity = next(row for row in rows() if not row["ferme"] and row["nbBrouillons"] == 0)["N"]
    target = thread()["messagePourReponse"]["V"]
    count = len(thread()["listeMessages"]["V"])
    empty = {"listeDestinataires": [], "listeFichiers": [], "objet": "", "messagePourReponse": target}
    write({"commande": "brouillon", "brouillon": {"N": -1001, "E": 1}, "contenu": "Un", **empty})
    saved = thread()["brouillon"]["V"]
    write({"commande": "brouillon", "brouillon": {"N": saved["N"], "E": 2}, "contenu": "Deux", **empty})
    changed = thread()["brouillon"]["V"]
    labels = len(again()["listeEtiquettes"]["V"])
    write({"commande": "", "bouton": {"N": 0, "G": 1}, "brouillon": {"N": saved["N"]}, "contenu": "Trois", **empty})
    sent = thread()
    write({"commande": "corbeille", "listePossessionsMessages": possessions()})
    trashed = len(again()["listeEtiquettes"]["V"])
    write({"commande": "restauration", "listePossessionsMessages": possessions()})
    restored = len(again()["listeEtiquettes"]["V"])
    write({"commande": "pourLu", "lu": False, "listePossessionsMessages": possessions()})
    unread = again()["nbNonLus"]
    write({"commande": "pourLu", "lu": True, "listePossessionsMessages": possessions()})
    read = again()["nbNonLus"]
    write({"commande": "suppression", "listePossessionsMessages": possessions()})
    return {
        "saved": saved["contenu"], "changed": changed["contenu"], "labels": labels,
        "sent": sent["listeMessages"]["V"][-1]["contenu"], "more": len(sent["listeMessages"]["V"]) - count,
        "draftAfter": "brouillon" in sent, "trashed": trashed, "restored": restored,
        "unread": unread, "read": read, "gone": again() is None,
        "empty": write({"objet": "x", "contenu": " ", "listeDestinataires": []}).get("_erreurSaisie_", False),
        "unknown": write({"commande": "inconnue", "listePossessionsMessages": []}).get("_erreurSaisie_", False),
    }


def news(client) -> dict:
    """Acknowledges information and answers a survey; then tries to answer for somebody else."""
    def items():
        return call(client, "PageActualites", 8, {"modesAffActus": {"_T": 26, "V": "[0]"}})["data"]["listeModesAff"][0][
            "listeActualites"]["V"]

    def questions(item):
        asked = {"genreRequeteActualite": 1, "modeAffActu": 0,
                 "actualite": {"N": item["N"], "public": item["public"]["V"], "genrePublic": item["genrePublic"]}}
        return call(client, "PageActualites", 8, asked)["data"]["detailsActualite"]["listeQuestions"]["V"]

    def write(item, **fields):
        entry = {"N": item["N"], "L": item["L"], "genrePublic": item["genrePublic"], "public": item["public"]["V"],
                 "validationDirecte": True, "lue": True, "marqueLueSeulement": False, "supprimee": False,
                 "saisieActualite": False, "listeQuestions": [], **fields}
        report = call(client, "SaisieActualites", 8, {"listeActualites": [entry], "saisieActualite": False})
        return report["RapportSaisie"].get("_erreurSaisie_", False)

    answered, refused = [], []
    for item in items():
        for question in questions(item):
            if not question["reponse"]["V"]["estReponseAttendue"]:
                continue
            value = ""
            if question["genreReponse"] == 1:
                value = "Avec plaisir"
            elif question["genreReponse"] in (2, 3):
                value = {"_T": 8, "V": f"[{question['listeChoix']['V'][0]['rang']}]"}
                wrong = {"N": 0, "avecReponse": True, "valeurReponse": {"_T": 8, "V": "[99]"}}
                refused.append(write(item, listeQuestions=[{"N": question["N"], "reponse": wrong}]))
            response = {"N": 0, "Actif": True, "valeurReponse": value, "avecReponse": True, "estReponseAttendue": True}
            failed = write(item, listeQuestions=[{"N": question["N"], "genreReponse": question["genreReponse"],
                                                  "reponse": response}])
            again = next(q for q in questions(item) if q["N"] == question["N"])["reponse"]["V"]
            answered.append({"kind": question["genreReponse"], "failed": failed, "answered": again["avecReponse"],
                             "same": again.get("valeurReponse") == value})
    first = items()[0]
    foreign = write(first, public={"N": first["public"]["V"]["N"], "G": 99}, genrePublic=99)
    before = len(items())
    write(first, supprimee=True, lue=False)
    return {"answered": answered, "outOfRange": refused, "foreignPublic": foreign, "deleted": before - len(items()),
            "questionsInList": "listeQuestions" in first}


def main() -> None:
    student = sign_in(pronotepy.Client, "eleve", "student")
    parent = sign_in(pronotepy.ParentClient, "parent", "parent")
    staff = sign_in(pronotepy.VieScolaireClient, "viescolaire", "staff")
    term = student.periods[0]
    printed = call(student, "GenerationPDF", 13, {"genreGenerationPDF": 2, "periode": {"N": term.id, "L": term.name, "G": 2}})
    address = f"{REQUEST['root']}/{printed['data']['url']['V']}"
    task = parent.homework(parent.start_day)[0]
    home = call(student, "PageAccueil", 7, {})["data"]["lienUtile"]["listeLiens"]["V"]
    seen = {
        "notebook": notebook(student),
        "drafts": drafts(student),
        "news": news(student),
        "report": base64.b64encode(requests.get(address, timeout=30).content).decode(),
        "reportElsewhere": requests.get(address.split("?")[0] + "?Session=1", timeout=30).status_code,
        "parentTicks": call(parent, "SaisieTAFFaitEleve", 88, {"listeTAF": [{"N": task.id, "TAFFait": True}]})[
            "RapportSaisie"].get("_erreurSaisie_", False),
        "links": [link["url"] for link in home],
        # Ids of another session, tabs of another space, functions that nobody knows.
        "foreignClass": error_of(lambda: call(staff, "FicheEleve", 105, {"Eleve": {"N": student.info.id}})),
        "wrongKind": error_of(lambda: call(staff, "FicheEleve", 105, {"Eleve": {"N": staff.classes[0].id}})),
        "wrongTab": error_of(lambda: call(student, "PageMenus", 8, {})),
        "unknownFunction": error_of(lambda: call(student, "PageInconnue", 7, {})),
        "stillThere": len(student.menus(student.start_day)) > 0,
    }
    json.dump(seen, sys.stdout)


if __name__ == "__main__":
    main()
