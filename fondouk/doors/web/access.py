"""Who asks, and for which company: `request.asking`, the row scope of the request, and the guards of views.

Membership is read on every request; the session only remembers a wish. Pages of an area one's company does not have
do not exist for it (404); a colleague whose role lacks the permission is told so (403).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from fondouk.doors.web.request import Request
from fondouk.engines.tables import scope
from fondouk.kit.actor import Actor
from fondouk.market.companies import queries, roles
from fondouk.market.companies.queries import CompanyCard, Membership, PersonCard

SESSION_KEY = "acting"
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Asking:
    """One request's answer to: who, for which company, with which rights."""

    person: PersonCard | None
    acting: Membership | None
    choices: tuple[Membership, ...] = ()

    @property
    def signed_in(self) -> bool:
        """Whether a person is behind the request."""
        return self.person is not None

    @property
    def company(self) -> CompanyCard | None:
        """The company acted for."""
        return self.acting.company if self.acting else None

    @property
    def the_company(self) -> CompanyCard:
        """The company acted for, in a view whose guard lets nobody in without one."""
        assert self.acting is not None, "the view has no guard that demands a company"
        return self.acting.company

    @property
    def the_person(self) -> PersonCard:
        """The person, in a view whose guard lets in only who is signed in."""
        assert self.person is not None, "the view has no guard that demands a person"
        return self.person

    @property
    def role(self) -> str | None:
        """The role held in it; None under a mandate."""
        return self.acting.role if self.acting else None

    @property
    def permissions(self) -> frozenset[str]:
        """All that may be done for it."""
        return self.acting.permissions if self.acting else frozenset()

    @property
    def capacities(self) -> tuple[str, ...]:
        """What the company may do here."""
        return self.acting.company.capacities if self.acting else ()

    @property
    def on_behalf_of(self) -> CompanyCard | None:
        """The supplier a partner's person is working for, for the banner."""
        return self.acting.company if self.acting and self.acting.mandate else None

    @property
    def companies(self) -> tuple[CompanyCard, ...]:
        """All companies this person belongs to, for the switcher."""
        return tuple(one.company for one in self.choices)

    @property
    def home(self) -> str:
        """The name of the home page of the company's first area."""
        return next((name for area, name in _HOMES if area in self.permissions), "account_profile")

    def may(self, permission: str) -> bool:
        """Whether this person may do this for this company."""
        return permission in self.permissions

    @cached_property
    def actor(self) -> Actor:
        """Who acts, for `perform`. Raises PermissionDenied where nobody is signed in."""
        if self.person is None:
            raise PermissionDenied
        acting = self.acting
        return Actor(
            person=self.person.reference,
            company=acting.company.reference if acting else None,
            on_behalf_of=acting.company.reference if acting and acting.mandate else None,
            mandate=acting.mandate if acting else None,
        )


_HOMES = (
    ("desk.view", "desk_home"),
    ("sell.view", "sell_home"),
    ("buy.view", "buy_home"),
    ("partner.view", "partner_home"),
    ("agency.view", "agency_home"),
    ("forward.view", "forward_home"),
)
NOBODY = Asking(None, None)


def asking_of(request: Request) -> Asking:
    """Read person, memberships and the chosen company."""
    user: Any = request.user
    if not user.is_authenticated:
        return NOBODY
    person = PersonCard(user.pk, user.reference, user.email, user.name, user.language, user.destination, user.phone)
    choices = queries.memberships(user.pk)
    wish = _wish(request)
    return Asking(person, _chosen(wish, choices), choices)


def _wish(request: Request) -> str:
    """What the session remembers; a deep link's `?acting=` of one's own companies replaces it."""
    linked = request.GET.get("acting", "")
    if linked and request.method == "GET":
        request.session[SESSION_KEY] = linked[:20]
    return str(request.session.get(SESSION_KEY, ""))


def _chosen(wish: str, choices: tuple[Membership, ...]) -> Membership | None:
    own = next((one for one in choices if one.key == wish), None)
    if own is None and wish.startswith("MND-"):
        own = queries.under_mandate(wish, of=choices)
    return own or next(iter(choices), None)


class AskingMiddleware:
    """Sets `request.asking` and the row scope of signed-in requests; both end with the request."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        """Visitors without a session cost no statement. No name of ours holds a NUL, and PostgreSQL refuses it."""
        if "\x00" in request.path_info:
            return HttpResponseBadRequest()
        _drop_nuls(request)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            request.asking = cast(Asking, SimpleLazyObject(lambda: asking_of(request)))
            return self.get_response(request)
        asking = asking_of(request)
        request.asking = asking
        if asking.company is None:
            return self.get_response(request)
        scope.enter(asking.company.id, "system" if asking.company.can("operator") else "")
        try:
            return self.get_response(request)
        finally:
            scope.clear()


def _drop_nuls(request: Request) -> None:
    """What an address asks for is read without them: a search for any bytes is answered by a page."""
    asked = request.META.get("QUERY_STRING", "")
    if "%00" in asked:
        request.META["QUERY_STRING"] = asked.replace("%00", "")
        request.__dict__.pop("GET", None)


def sign_in_address(request: Request) -> str:
    """Where to sign in, and to come back from."""
    return f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}"


def signed_in(view: View) -> View:
    """Only for people who signed in; others are led to the sign-in page and back."""

    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.asking.signed_in:
            return HttpResponseRedirect(sign_in_address(request))
        return view(request, *args, **kwargs)

    guarded.guard = "signed in"  # type: ignore[attr-defined]
    return guarded


def may(permission: str) -> Callable[[View], View]:
    """Only for people who hold this permission for the company they act for.

    Nobody signed in: to the sign-in page. A company that does not know the permission: 404. A colleague without the
    right: 403, which says whom to ask.
    """
    roles.PERMISSIONS[permission]

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            asking: Asking = request.asking
            if not asking.signed_in:
                return HttpResponseRedirect(sign_in_address(request))
            _refuse_other_areas(request, asking)
            if not asking.may(permission):
                refuse(asking, permission)
            return view(request, *args, **kwargs)

        guarded.guard = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def _refuse_other_areas(request: Request, asking: Asking) -> None:
    """A permission both sides hold does not open the other side's area."""
    area = request.path_info.split("/", 3)[2:3]
    if area and (view := f"{area[0]}.view") in roles.PERMISSIONS and not asking.may(view):
        raise Http404


def refuse(asking: Asking, permission: str) -> None:
    """Raise what a person without this permission is shown: 404 for strangers, 403 for colleagues."""
    if not roles.roles_holding(permission, asking.capacities):
        raise Http404
    raise PermissionDenied(permission)
