"""A real OpenID Connect provider on this machine, of Authlib: code flow with PKCE, signed tokens, userinfo.

Whoever is in `signed_in` has signed in there already, so that a browser passes straight through.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from authlib.oauth2 import AuthorizationServer, OAuth2Request
from authlib.oauth2.rfc6749 import ClientMixin, OAuth2Payload
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc6750 import BearerTokenGenerator
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import OpenIDCode, UserInfo
from joserfc.jwk import KeySet, RSAKey
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

CLIENT, SECRET = "zhike", "a-secret-between-two-houses"
KEY = RSAKey.generate_key(2048, parameters={"kid": "one"})


@dataclass
class Provider:
    issuer: str = ""
    signed_in: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __call__(self, environ: Any, start: Any) -> Any:
        request = Request(environ)
        return getattr(self, PLACES.get(request.path, "nothing"))(request)(environ, start)

    def nothing(self, _request: Request) -> Response:
        return Response("", 404)

    def configuration(self, _request: Request) -> Response:
        ends = {f"{name}_endpoint": f"{self.issuer}/{name}" for name in ("authorization", "token", "userinfo")}
        return _json({"issuer": self.issuer, "jwks_uri": f"{self.issuer}/jwks"} | ends)

    def jwks(self, _request: Request) -> Response:
        return _json(KeySet([KEY]).as_dict(private=False))

    def authorization(self, request: Request) -> Response:
        grant = self.server.get_consent_grant(request, end_user=self.signed_in)
        return self.server.create_authorization_response(request, grant_user=self.signed_in, grant=grant)

    def token(self, request: Request) -> Response:
        return self.server.create_token_response(request)

    def userinfo(self, request: Request) -> Response:
        told = self.tokens.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
        return _json(told) if told else Response("", 401)

    @property
    def server(self) -> "Server":
        server = Server(self)
        server.register_token_generator("default", BearerTokenGenerator(lambda **_told: f"t{time.time_ns()}"))
        server.register_grant(CodeGrant, [CodeChallenge(required=True), Identity(self)])
        return server


PLACES = {
    "/.well-known/openid-configuration": "configuration", "/jwks": "jwks", "/authorization": "authorization",
    "/token": "token", "/userinfo": "userinfo",
}  # fmt: skip


@contextmanager
def providing() -> Iterator[Provider]:
    provider = Provider()
    house = make_server("127.0.0.1", 0, provider, threaded=True)
    provider.issuer = f"http://127.0.0.1:{house.server_port}"
    threading.Thread(target=house.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        house.shutdown()


class Server(AuthorizationServer):
    def __init__(self, provider: Provider) -> None:
        super().__init__()
        self.provider = provider

    def query_client(self, client_id: str) -> Any:
        return Zhike() if client_id == CLIENT else None

    def save_token(self, token: dict[str, Any], request: Any) -> None:
        self.provider.tokens[token["access_token"]] = dict(request.user)

    def create_oauth2_request(self, request: Request) -> OAuth2Request:
        return _Asked(request)

    def handle_response(self, status: int, body: Any, headers: Any) -> Response:
        return _json(body, status, headers) if isinstance(body, dict) else Response(body, status, headers)

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None: ...


class _Asked(OAuth2Request):
    def __init__(self, request: Request) -> None:
        super().__init__(request.method, request.url, headers=request.headers)
        self.payload, self._request = _Payload(request.values), request

    @property
    def args(self) -> Any:
        return self._request.args

    @property
    def form(self) -> Any:
        return self._request.form


class _Payload(OAuth2Payload):
    def __init__(self, values: Any) -> None:
        self._values = values

    @property
    def data(self) -> dict[str, str]:
        return self._values.to_dict()

    @property
    def datalist(self) -> dict[str, list[str]]:
        return {name: self._values.getlist(name) for name in self._values}


class Zhike(ClientMixin):
    """The one registered client."""

    def get_client_id(self) -> str:
        return CLIENT

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, uri: str) -> bool:
        return uri.endswith("/account/oidc/company/login/callback/")

    def check_client_secret(self, secret: str) -> bool:
        return secret == SECRET

    def check_endpoint_auth_method(self, _method: str, _endpoint: str) -> bool:
        return True

    def check_response_type(self, kind: str) -> bool:
        return kind == "code"

    def check_grant_type(self, kind: str) -> bool:
        return kind == "authorization_code"


class CodeGrant(AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]

    def save_authorization_code(self, code: str, request: Any) -> None:
        said = request.payload.data
        names = ("redirect_uri", "scope", "code_challenge", "code_challenge_method", "nonce")
        kept = {name: said.get(name) for name in names} | {"user": dict(request.user), "code": code}
        asked = {f"get_{name}": lambda: None for name in ("auth_time", "acr", "amr", "nonce")}
        asked |= {"get_scope": lambda: said.get("scope"), "get_redirect_uri": lambda: said.get("redirect_uri")}
        self.server.provider.codes[code] = SimpleNamespace(**kept, **asked)

    def query_authorization_code(self, code: str, _client: Any) -> Any:
        return self.server.provider.codes.get(code)

    def delete_authorization_code(self, code: Any) -> None:
        del self.server.provider.codes[code.code]

    def authenticate_user(self, code: Any) -> Any:
        return code.user


class Identity(OpenIDCode):
    def __init__(self, provider: Provider) -> None:
        super().__init__(require_nonce=False)
        self.provider = provider

    def exists_nonce(self, _nonce: str, _request: Any) -> bool:
        return False

    def resolve_client_private_key(self, _client: Any) -> Any:
        return KEY

    def get_client_claims(self, client: Any) -> dict[str, Any]:
        now = int(time.time())
        return {"iss": self.provider.issuer, "aud": [client.get_client_id()], "iat": now, "exp": now + 300}

    def generate_user_info(self, user: dict[str, Any], _scope: str) -> UserInfo:
        return UserInfo(**user)


def _json(said: Any, status: int = 200, headers: Any = None) -> Response:
    import json

    told = [one for one in headers or () if one[0].lower() != "content-type"]
    return Response(json.dumps(said), status, told, content_type="application/json")
