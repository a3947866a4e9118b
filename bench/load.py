"""A light load: some connections that stay open, each asking again as soon as it was answered."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from time import perf_counter

from bench.ask import Ask, Person

MADE_BEFORE = 2_000  # requests


@dataclass
class Load:
    """`times` are in milliseconds, of the requests which were answered within the seconds that count."""

    seconds: float
    times: list[float] = field(default_factory=list)
    refused: int = 0

    @property
    def per_second(self) -> float:
        return len(self.times) / self.seconds

    def percentile(self, percent: int) -> float:
        ordered = sorted(self.times) or [0.0]
        return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


def load(port: int, asks: Iterator[Ask], person: Person, *, clients: int, seconds: float, warming: float) -> Load:
    """Blocks until done. Answers with another status than expected are counted as refused."""
    packed = cycle(list(islice(_packed(asks, person), MADE_BEFORE)))
    return asyncio.run(_load(port, packed, clients, seconds, warming))


def _packed(asks: Iterator[Ask], person: Person) -> Iterator[tuple[bytes, bytes]]:
    """(request, beginning of a good answer)."""
    for ask in asks:
        head = "".join(f"{name}: {value}\r\n" for name, value in person.headers(ask).items())
        body = person.body(ask)
        sent = f"Content-Type: {ask.content_type}\r\nContent-Length: {len(body)}\r\n" if body else ""
        first = f"{ask.method} {ask.path} HTTP/1.1\r\nHost: localhost\r\n{head}{sent}\r\n"
        yield first.encode() + body, f"HTTP/1.1 {ask.status}".encode()


async def _load(port: int, packed: Iterator[tuple[bytes, bytes]], clients: int, seconds: float, warming: float) -> Load:
    done, begun = Load(seconds), perf_counter() + warming
    await asyncio.gather(*(_one_client(port, packed, done, begun) for _client in range(clients)))
    return done


async def _one_client(port: int, packed: Iterator[tuple[bytes, bytes]], done: Load, begun: float) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    until = begun + done.seconds
    while (sent := perf_counter()) < until:
        request, good = next(packed)
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        await _skip_body(head, reader)
        now = perf_counter()
        if begun <= now <= until:
            if head.startswith(good):
                done.times.append((now - sent) * 1_000)
            else:
                done.refused += 1
    writer.close()


async def _skip_body(head: bytes, reader: asyncio.StreamReader) -> None:
    lines = head.lower().split(b"\r\n")
    length = next((line for line in lines if line.startswith(b"content-length:")), None)
    if length:
        await reader.readexactly(int(length.split(b":")[1]))
        return
    while size := int((await reader.readline()).split(b";")[0], 16):
        await reader.readexactly(size + 2)
    await reader.readline()
