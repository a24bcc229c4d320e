"""A Django site with one protected page, behind the CAS issuer that the environment names."""

import os

FOLDER = os.environ["SITE_FOLDER"]
SECRET_KEY = "invented, for one test"
DEBUG = True
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "urls"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER + "/site.sqlite"}}
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django_cas_ng",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
AUTHENTICATION_BACKENDS = ["django_cas_ng.backends.CASBackend"]
LOGIN_URL = "cas_ng_login"
CAS_SERVER_URL = os.environ["SITE_CAS"] + "/"
# The library compares with the number 1, and with texts otherwise.
CAS_VERSION = 1 if os.environ["SITE_CAS_VERSION"] == "1" else os.environ["SITE_CAS_VERSION"]
CAS_PROXY_CALLBACK = os.environ.get("SITE_CALLBACK") or None
CAS_REDIRECT_URL = "/"
