"""All settings, in one file. What the environment may say is listed in docs/operate/settings.md."""

import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.config import database
from zhike.config.environment import data_dir, flag, names, number, private_folder, text

PACKAGE = Path(__file__).resolve().parents[1]
DATA_DIR = data_dir()


def _secret_key() -> str:
    """ZHIKE_SECRET_KEY, else one made once and kept in the data folder."""
    if told := text("ZHIKE_SECRET_KEY"):
        return told
    kept = private_folder("keys") / "secret"
    if not kept.exists():
        made = kept.with_name(f"secret.{secrets.token_hex(4)}")
        made.write_text(secrets.token_urlsafe(50))
        made.chmod(0o600)
        with suppress(FileExistsError):  # another process was quicker: its key counts
            kept.hardlink_to(made)
        made.unlink()
    return kept.read_text().strip()


DEBUG = flag("ZHIKE_DEBUG", False)
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = names("ZHIKE_HOSTS", "localhost 127.0.0.1 [::1]")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "*"]
BEHIND_HTTPS = flag("ZHIKE_HTTPS", False)
if BEHIND_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000

INSTALLED_APPS = [
    "zhike.core.ui",  # first: its sign-in pages stand before allauth's
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "procrastinate.contrib.django",
    "zhike.core.base",
    "zhike.core.access",
    "zhike.core.timeline",
    "zhike.core.clock",
    "zhike.core.fields",
    "zhike.core.jobs",
    "zhike.core.todos",
    "zhike.core.discussion",
    "zhike.core.approval",
    "zhike.core.notify",
    "zhike.core.files",
    "zhike.core.mail",
    "zhike.core.documents",
    "zhike.core.links",
    "zhike.core.search",
    "zhike.core.history",
    "zhike.core.pages",
    "zhike.clients",
    "zhike.clients.rules",
    "zhike.clients.playbooks",
    "zhike.clients.duplicates",
    "zhike.clients.plans",
    "zhike.clients.purchases",
    "zhike.clients.stages",
    "zhike.clients.merging",
    "zhike.clients.segments",
    "zhike.clients.dossier",
    "zhike.clients.portrait",
    "zhike.clients.handovers",
    "zhike.clients.wishes",
    "zhike.clients.relations",
    "zhike.clients.pains",
    "zhike.clients.dates",
    "zhike.clients.snippets",
    "zhike.clients.rights",
    "zhike.clients.tiers",
    "zhike.clients.offers",
    "zhike.clients.privacy",
    "zhike.clients.private_notes",
    "zhike.agreements",
    "zhike.agreements.rules",
    "zhike.agreements.silence",
    "zhike.agreements.contracts",
    "zhike.agreements.tradeoffs",
    "zhike.agreements.twins",
    "zhike.domains.conversations",
    "zhike.domains.meetings",
    "zhike.domains.projects",
    "zhike.domains.projects.forecasts",
    "zhike.domains.projects.bringing",
    "zhike.domains.projects.cloning",
    "zhike.domains.projects.whatif",
    "zhike.domains.requirements",
    "zhike.domains.requirements.flows",
    "zhike.domains.requirements.inquiries",
    "zhike.domains.requirements.rework",
    "zhike.domains.projects.risks",
    "zhike.domains.projects.baselines",
    "zhike.domains.projects.baselines.charters",
    "zhike.domains.projects.iterations",
    "zhike.domains.projects.quality",
    "zhike.domains.requirements.tryouts",
    "zhike.domains.ideas",
    "zhike.insight.analytics",
    "zhike.insight.strategy",
    "zhike.insight.journeys",
    "zhike.surfaces.console",
    "zhike.surfaces.channels",
    "zhike.surfaces.api",
    "zhike.surfaces.operations",
    "zhike.surfaces.beginning",
    "zhike.surfaces.tour",
    "zhike.surfaces.webhooks",
    "zhike.surfaces.exchange",
    "zhike.surfaces.exchange.demo",
    "zhike.core.resources",  # last: finds every area's events, resources and reactions
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "zhike.core.ui.policy.content_security_policy",
    "zhike.surfaces.operations.watching.keep_slow_requests",
    "zhike.core.ui.compression.compressed",
    "zhike.surfaces.api.straight.straight_to_the_api",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "zhike.core.access.where_from.know_where_from",
    "zhike.core.access.sessions.note_when_seen",
    "zhike.core.access.requiring.require_second_factors",
    "zhike.core.access.locale.speak_the_readers_language",
    "zhike.core.access.areas.close_areas",
    "zhike.core.base.kept.forget_after_changes",
    "zhike.core.base.nul.refuse_nul",
]

ROOT_URLCONF = "zhike.config.urls"
ASGI_APPLICATION = "zhike.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zhike.core.ui.shell.shell",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"])],
                )
            ],
            "builtins": ["template_partials.templatetags.partials", "zhike.core.ui.templatetags.ui"],
        },
    }
]

DATABASES = {"default": database.configured()}
DB_POOL = number("ZHIKE_DB_POOL", 8, least=1)
DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": DB_POOL, "timeout": 10}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
JOBS_AT_ONCE = number("ZHIKE_JOBS_AT_ONCE", 4, least=1)
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_ON_APP_READY = "zhike.config.schedule.register"

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "zhike.core.access.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS: Any = {
    "login": "60/m/ip",
    "login_failed": "5/5m/key,30/5m/ip",
    "reset_password": "20/m/ip,5/m/key",
    "told": "60/m/ip,300/m/key",  # failures that are told to the audit page
}
MFA_ADAPTER = "zhike.core.access.second_factors.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "zhike.core.access.sign_on_adapter.SignOnAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form that leads to another house is what the content security policy refuses
MFA_FORMS = {"authenticate": "zhike.core.access.sign_in_forms.CodeForm"}
RATE_LIMITS = flag("ZHIKE_RATE_LIMITS", True)
if not RATE_LIMITS:
    ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
API_LIMIT = number("ZHIKE_API_LIMIT", 600, least=1)
PRIVATE_WEBHOOKS = flag("ZHIKE_WEBHOOKS_PRIVATE", False)
ALLAUTH_TRUSTED_PROXY_COUNT = number("ZHIKE_PROXIES", 1 if BEHIND_HTTPS else 0)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

EMAIL_BACKEND = "zhike.core.mail.backend.OutboxBackend"
DEFAULT_FROM_EMAIL = text("ZHIKE_MAIL_FROM", "Zhike <zhike@localhost>")
SMTP_PORT = number("ZHIKE_SMTP_PORT", 587, least=1)
SMTP = {
    "host": text("ZHIKE_SMTP_HOST"),
    "port": SMTP_PORT,
    "user": text("ZHIKE_SMTP_USER"),
    "password": text("ZHIKE_SMTP_PASSWORD"),
    "security": ("tls" if SMTP_PORT == 465 else "starttls") if flag("ZHIKE_SMTP_TLS", True) else "none",
}
ADDRESS = text("ZHIKE_URL", f"https://{ALLOWED_HOSTS[0]}" if BEHIND_HTTPS else "http://localhost:8000").rstrip("/")

LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
LANGUAGE_CODE = text("ZHIKE_LANGUAGE", "en")
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = text("ZHIKE_TIME_ZONE", "Asia/Shanghai")
USE_TZ = True
REGION = text("ZHIKE_REGION", "CN")
COMPANY = text("ZHIKE_COMPANY", "Zhike 知客")

STATIC_URL = "static/"
MEDIA_ROOT = private_folder("files")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = DEBUG
STATICFILES_FINDERS = [
    "zhike.core.ui.finder.AssetFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_IMMUTABLE_FILE_TEST = r"\.[0-9a-f]{12}\.\w+$"
UPLOAD_LIMIT = number("ZHIKE_UPLOAD_MB", 25, least=1) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT
EXPORT_DAYS = number("ZHIKE_EXPORT_DAYS", 7, least=1)
SLOW_MS = number("ZHIKE_SLOW_MS", 500, least=1)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
