"""Which model is asked, and whether words may go to it: read from the environment, by one setting.

    ATELIER_LLM=mistral                                   Mistral's own servers; the key is in MISTRAL_API_KEY
    ATELIER_LLM=mistral:mistral-large-latest              the same, another model
    ATELIER_LLM=openai:http://127.0.0.1:11434/v1#qwen3    any OpenAI-compatible server, and the model's name there
    ATELIER_LLM=mistral:https://gateway.example#model     Mistral's protocol at another address
    ATELIER_LLM=off                                       the built-in reader alone

Without it, MISTRAL_API_KEY alone means `mistral`. ATELIER_LLM_KEY is the key of an OpenAI-compatible server,
ATELIER_LLM_ALLOW names hosts that may get words although nothing may leave (`host` or `host:port`, with commas),
ATELIER_LLM_SECONDS is the most that one reading may take.
"""

import ipaddress
from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from training.spec import Problem

MISTRAL = "https://api.mistral.ai"
MISTRAL_MODEL = "mistral-small-latest"
SECONDS = 30.0
_HOW = "Write it as mistral, mistral:MODEL, openai:http://HOST:PORT/v1#MODEL, or off."


class Server(BaseModel):
    """A model behind an address."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["openai", "mistral"]
    url: str
    model: str
    key: SecretStr = Field(default=SecretStr("none"), repr=False)
    allowed: bool = False
    """The owner named this host as one that may get words although nothing may leave."""
    seconds: float = SECONDS

    @property
    def host(self) -> str:
        """With its port, where it has one: what a user is told."""
        return urlsplit(self.url).netloc

    @property
    def on_this_machine(self) -> bool:
        name = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"

    @property
    def keeps_words_here(self) -> bool:
        """Asking it takes no permission: it runs here, or the owner allowed it by name.

        An address of a private network is not here: the owner says which ones may be asked.
        """
        return self.on_this_machine or self.allowed


def server_from(environment: Mapping[str, str]) -> Server | None:
    """The server that the settings name; null where no model is to be asked.

    Raises: Problem where a setting can't be read. No value is repeated in it: there may be a key in one.
    """
    setting = environment.get("ATELIER_LLM", "").strip()
    mistral_key = environment.get("MISTRAL_API_KEY", "").strip()
    if setting.casefold() in ("off", "none", "no") or not (setting or mistral_key):
        return None
    kind, _, rest = (setting or "mistral").partition(":")
    if kind in ("http", "https"):  # an address alone
        kind, rest = "openai", setting
    seconds = _seconds(environment.get("ATELIER_LLM_SECONDS", ""))
    if kind == "mistral":
        if not mistral_key:
            raise Problem("ATELIER_LLM asks for Mistral, and MISTRAL_API_KEY is not set.", next_step="Set the key.")
        url, model = _address(rest) if "//" in rest else (MISTRAL, rest)
        model, key = model or MISTRAL_MODEL, mistral_key
    elif kind == "openai":
        url, model = _address(rest)
        model, key = model or "default", environment.get("ATELIER_LLM_KEY", "").strip() or "none"
        url = url if urlsplit(url).path else f"{url}/v1"
    else:
        raise Problem("The setting ATELIER_LLM can't be read.", next_step=_HOW)
    server = Server(kind="mistral" if kind == "mistral" else "openai", url=url, model=model, key=SecretStr(key))
    allowed = _allows(environment.get("ATELIER_LLM_ALLOW", ""), server)
    return server.model_copy(update={"allowed": allowed, "seconds": seconds})


def _address(text: str) -> tuple[str, str]:
    """URL and model of `http://host:port/v1#model`."""
    url, _, model = text.partition("#")
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:  # a port that is no number, brackets that don't close
        sound = False
    if not sound or any(character.isspace() or character == "\\" for character in url):
        raise Problem("The address in ATELIER_LLM can't be read.", next_step=_HOW)
    if parts.username or parts.password or parts.query:
        raise Problem(
            "The address in ATELIER_LLM must hold no password.", next_step="Put the key into ATELIER_LLM_KEY."
        )
    return url.rstrip("/"), model.strip()


def _allows(setting: str, server: Server) -> bool:
    """Whether a list of hosts names this one: by name alone for every port, or with its port."""
    parts = urlsplit(server.url)
    name = (parts.hostname or "").casefold()
    port = parts.port or (443 if parts.scheme == "https" else 80)
    shown = f"[{name}]" if ":" in name else name
    named = {one.strip().casefold() for one in setting.split(",")}
    return bool({name, shown, f"{shown}:{port}"} & named)


def _seconds(setting: str) -> float:
    try:
        seconds = float(setting) if setting.strip() else SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 600:
        raise Problem("The setting ATELIER_LLM_SECONDS must be a number of seconds, at most 600.", next_step="Mend it.")
    return seconds
