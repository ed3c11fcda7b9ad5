"""One settings file, read from the environment; what is wrong fails at start with a sentence.

FONDOUK_MODE is `demo` (default: laptop, embedded database), `test` or `production`. Everything secret comes from the
environment, or in demo and test from a file in the data folder made at first start.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE = Path(__file__).resolve().parent
PROJECT = BASE.parent
MODE = os.environ.get("FONDOUK_MODE", "demo")
if MODE not in {"demo", "test", "production"}:
    raise ImproperlyConfigured(f"FONDOUK_MODE is demo, test or production, not {MODE!r}.")
PRODUCTION = MODE == "production"
DATA = Path(os.environ.get("FONDOUK_DATA") or PROJECT / "var").resolve()


def env(name: str, default: str | None = None) -> str:
    """A value from the environment; without a default it is required."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name}: it is required in {MODE} mode. See docs/operator.md.")
    return value


def secret(name: str) -> str:
    """A secret: from the environment, or (never in production) from a file made once in the data folder."""
    if PRODUCTION or name in os.environ:
        return env(name)
    path = DATA / "secrets" / name.lower()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(secrets.token_urlsafe(48))
        draft.chmod(0o600)
        draft.replace(path)
    return path.read_text().strip()


def database(url: str, *, pooled: bool) -> dict[str, object]:
    """Django's database settings from a postgresql:// address (a socket folder may stand in ?host=)."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    settings: dict[str, object] = {
        "ENGINE": os.environ.get("FONDOUK_DATABASE_ENGINE", "django.db.backends.postgresql"),
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(query.pop("port", parts.port or "")),
        "CONN_HEALTH_CHECKS": not pooled,
        "DISABLE_SERVER_SIDE_CURSORS": False,
        "OPTIONS": dict(query),
    }
    if pooled:
        pool = {"min_size": 2, "max_size": int(os.environ.get("FONDOUK_POOL", "8")), "timeout": 10}
        settings["OPTIONS"] = {**query, "pool": pool}
    return settings


# -- Identity ---------------------------------------------------------------------------------------------------------
SECRET_KEY = secret("FONDOUK_SECRET_KEY")
EVIDENCE_KEY = secret("FONDOUK_EVIDENCE_KEY")
DEBUG = False
PORT = int(os.environ.get("PORT", "8000"))
SITE_URL = os.environ.get("FONDOUK_SITE_URL", f"http://localhost:{PORT}").rstrip("/")
SITE_HOST = urlsplit(SITE_URL).hostname or "localhost"
ALLOWED_HOSTS = [SITE_HOST] if PRODUCTION else [SITE_HOST, "localhost", "127.0.0.1", "[::1]", "testserver"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE = SITE_URL.startswith("https://")
if PRODUCTION and not SECURE:
    raise ImproperlyConfigured("FONDOUK_SITE_URL must begin with https:// in production.")

# -- Database: DATABASE_URL is the app role, DATABASE_OWNER_URL the role that migrates --------------------------------
DATABASE_URL = env("DATABASE_URL", "postgresql://fondouk_app@/fondouk?host=/nonexistent")
DATABASE_OWNER_URL = env("DATABASE_OWNER_URL", DATABASE_URL)
ROLE = os.environ.get("FONDOUK_ROLE", "command")  # web, worker, indexer, owner or command
POOLED = ROLE == "web"
DATABASES = {"default": database(DATABASE_OWNER_URL if ROLE == "owner" else DATABASE_URL, pooled=POOLED)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- Apps -------------------------------------------------------------------------------------------------------------
ENGINES = ["events", "files", "fx", "places", "tariffs", "freight", "ledger", "requirements"]
MARKET = [
    "companies", "catalogue", "conversations", "papers", "sourcing", "orders", "shipments", "treasury", "partners",
    "agencies", "pavilions", "discovery", "readiness", "reference", "notifications",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *([] if PRODUCTION else ["django_linear_migrations"] if os.environ.get("FONDOUK_DEVELOPER") else []),
    *(f"fondouk.engines.{name}" for name in ENGINES),
    *(f"fondouk.market.{name}" for name in MARKET),
    "fondouk.doors.web",
]
AUTH_USER_MODEL = "companies.Person"
ROOT_URLCONF = "fondouk.urls"
WSGI_APPLICATION = "fondouk.wsgi.application"

MIDDLEWARE = [
    "fondouk.doors.web.timing.ServerTiming",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "fondouk.doors.web.locale.LanguagePrefix",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fondouk.doors.web.access.AskingMiddleware",
    "fondouk.doors.web.destination.DestinationMiddleware",
    "fondouk.doors.web.answering.Answering",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE / "doors" / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "fondouk.doors.web.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "fondouk.doors.web.shell.shell_context",
            ],
        },
    },
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [], "APP_DIRS": True, "OPTIONS": {}},
]

# -- Languages --------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("ar", "العربية")]
LOCALE_PATHS = [PROJECT / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_COOKIE_NAME = "fondouk_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"

# -- Sessions, cookies, security --------------------------------------------------------------------------------------
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "fondouk_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("FONDOUK_BEHIND_PROXY") else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
CSRF_FAILURE_VIEW = "fondouk.doors.web.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "fondouk.doors.web.uploads.CappedUploadHandler",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# -- Sign-in (django-allauth) -----------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account_go"
ACCOUNT_ADAPTER = "fondouk.doors.web.accounts.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "fondouk.doors.web.accounts.forms.NameForm"
ACCOUNT_SIGNUP_REDIRECT_URL = "account_go"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900  # seconds
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("FONDOUK_PROXIES", "0"))
MFA_ADAPTER = "fondouk.doors.web.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # http://localhost is the one origin browsers allow without TLS
MFA_TOTP_ISSUER = "Fondouk"

# -- Files ------------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BASE / "doors" / "web" / "static"]
MEDIA_ROOT = DATA / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(MEDIA_ROOT)}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
SEARCH_INDEX = DATA / "index"
SEARCH_URL = env("SEARCH_URL", f"tantivy:{SEARCH_INDEX}")

# -- Mail -------------------------------------------------------------------------------------------------------------
EMAIL_BACKEND = os.environ.get(
    "FONDOUK_EMAIL_BACKEND",
    "django.core.mail.backends.smtp.EmailBackend" if PRODUCTION else "django.core.mail.backends.filebased.EmailBackend",
)
EMAIL_FILE_PATH = DATA / "mail"
DEFAULT_FROM_EMAIL = os.environ.get("FONDOUK_MAIL_FROM", f"Fondouk <fondouk@{SITE_HOST}>")

# -- Logs: one line each, no personal data ----------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("FONDOUK_LOG", "WARNING")},
}
SHOW_TIMING = MODE != "production"
