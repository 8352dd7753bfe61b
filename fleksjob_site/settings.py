"""Django's settings; whatever differs between machines comes from the environment through config.py."""

import sys
from pathlib import Path

from corsheaders.defaults import default_headers
from pydantic import ValidationError

from fleksjob_site.config import Config, describe_errors
from fleksjob_site.texts import languages

try:
    config = Config()
except ValidationError as error:
    sys.exit(f"The site can't start. Check these environment variables:\n{describe_errors(error)}")

BASE_DIR = Path(__file__).resolve().parent.parent
SITE_DIR = BASE_DIR / "fleksjob_site"

SECRET_KEY = config.secret_key.get_secret_value()
SECRET_KEY_FALLBACKS = [key.get_secret_value() for key in config.secret_key_fallbacks]
DEBUG = config.debug
ALLOWED_HOSTS = list(config.allowed_hosts)

ROOT_URLCONF = "fleksjob_site.urls"
WSGI_APPLICATION = "fleksjob_site.wsgi.application"
DATABASES: dict[str, object] = {}
INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "corsheaders",
    "django_htmx",
    "fleksjob_site",
    "eligibility",
    "salary",
]
MIDDLEWARE = [
    # These come first, so that redirects, static files and rejected requests have headers, a request id and a language.
    "fleksjob_site.serving.security.response_headers",
    "fleksjob_site.serving.logs.with_request_id",
    "fleksjob_site.serving.metrics.count_requests",
    "fleksjob_site.serving.health.health_checks",
    "fleksjob_site.serving.middleware.LanguageMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "fleksjob_site.serving.limits.within_limits",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "fleksjob_site.serving.compression.compressed",
    "fleksjob_site.serving.sessions.sessions",
    "django.middleware.common.CommonMiddleware",
    "fleksjob_site.serving.security.CsrfMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "fleksjob_site.texts.jinja.Environments",
            "context_processors": [
                "fleksjob_site.texts.jinja.page_context",
                "fleksjob_site.serving.host_files.page_context",
                "fleksjob_site.visitor.page_context",
            ],
        },
    }
]

PAGE_THREADS = config.page_threads
METRICS = config.metrics

SITE_OWNER = config.site_owner
SITE_LOGO = config.site_logo
SITE_COLOUR = config.site_colour
MUNICIPALITY = config.municipality
EMBED_HOSTS = list(config.embed_hosts)
CONTACT_EMAIL = config.contact_email
CONTACT_PHONE = config.contact_phone
WAS_DATE = config.was_date
SECURITY_CONTACT = config.security_contact
MISSING_OWNER_SETTINGS = config.missing_owner_settings

LETTER_FONTS = [SITE_DIR / "letter" / "fonts" / f"IBMPlexSans-{weight}.ttf" for weight in ("Regular", "SemiBold")]
"""Put there by the build of the assets."""

LANGUAGE_CODE = languages.DEFAULT_LANGUAGE.code
LANGUAGES = [(language.code, language.name) for language in languages.LANGUAGES]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Copenhagen"

STATIC_URL = "/static/"
STATIC_ROOT = SITE_DIR / "static"
STATICFILES_DIRS = [SITE_DIR / "assets" / "dist"]
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
if DEBUG:
    # Files keep their names, so that a rebuilt stylesheet shows at the next reload.
    STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"

SESSION_COOKIE_NAME = "__Host-session" if config.https else "session"
SESSION_COOKIE_AGE = 24 * 60 * 60
SESSION_COOKIE_SECURE = config.https
CSRF_USE_SESSIONS = True
CSRF_COOKIE_SECURE = config.https
SILENCED_SYSTEM_CHECKS = [
    # The check looks for Django's class by name; ours is a subclass, and a test makes sure that it rejects.
    "security.W003",
    # X-Frame-Options is one of our HEADERS, which leave it out where a page may be framed; tests cover both.
    "security.W002",
    # Whether all subdomains have https is for the operator to decide.
    "security.W005",
    "security.W021",
]
CSRF_FAILURE_VIEW = "fleksjob_site.pages.views.csrf_failure"

# Any website may call the API; it reads no cookies, so no visitor data is exposed.
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "OPTIONS", "POST"]
CORS_ALLOW_HEADERS = [*default_headers, "if-none-match"]
# Headers that scripts can't read by default.
CORS_EXPOSE_HEADERS = ["ETag", "Retry-After"]

SECURE_SSL_REDIRECT = config.https
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if config.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = config.https and config.hsts_subdomains
SECURE_HSTS_PRELOAD = config.https and config.hsts_preload
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if config.behind_proxy else None
# A form of this site is a few hundred bytes; nothing that a person sends comes near these limits.
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 1
# A saved file with answers is read from memory: nothing of it may touch the disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "fleksjob_site.serving.logs.LineFormatter"}},
    "handlers": {"stderr": {"class": "fleksjob_site.serving.logs.StderrHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's default handlers would log paths and e-mail whole requests.
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
