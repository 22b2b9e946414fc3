#!/usr/bin/env python3
"""Writes transactions.json: transactions with the bytes and hashes the format gives them.

Nothing of Plumbline is used here: the canonical CBOR and the hashes are computed from docs/file-format.md alone,
so the test that compares them with core/store/transaction.cpp compares two programs. The file is checked in and
never changes once the format is frozen; running this script again must give the same bytes.

Usage: python3 make_vectors.py > transactions.json
"""

import hashlib
import json


class Raw(bytes):
    """CBOR that is encoded already."""


def head(major, count):
    if count < 24:
        return bytes([major << 5 | count])
    for low, width in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if count < 1 << (8 * width):
            return bytes([major << 5 | low]) + count.to_bytes(width, "big")
    raise ValueError(count)


def cbor(item):
    """RFC 8949, section 4.2.1: shortest heads, definite lengths, map keys in the order of their bytes."""
    if item is None:
        return b"\xf6"
    if isinstance(item, Raw):
        return bytes(item)
    if isinstance(item, int):
        return head(0, item) if item >= 0 else head(1, -1 - item)
    if isinstance(item, bytes):
        return head(2, len(item)) + item
    if isinstance(item, str):
        utf8 = item.encode("utf-8")
        return head(3, len(utf8)) + utf8
    if isinstance(item, list):
        return head(4, len(item)) + b"".join(cbor(x) for x in item)
    if isinstance(item, dict):
        pairs = sorted((cbor(k), cbor(v)) for k, v in item.items())
        return head(5, len(pairs)) + b"".join(k + v for k, v in pairs)
    raise TypeError(type(item))


def blake(data):
    return hashlib.blake2b(data, digest_size=32).digest()


def value_json(value):
    if value is None:
        return None
    if isinstance(value, int):
        return {"number": str(value)}
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, str):
        return {"text": value}
    return {"array": [value_json(x) for x in value]}


def vector(name, operations, *, stream, seq=1, prev=None, lam=1, wall=0, person=bytes(16), cause=0, group=b"group-01",
           undoes=(), audience=0, more=None):
    """One transaction; each operation is (type, entity, field, refs, salt, value, extra elements)."""
    more = more or {}
    header = {0: 1, 1: stream, 2: seq, 3: prev, 4: lam, 5: wall, 6: person, 7: cause, 8: group, 9: list(undoes),
              10: len(operations), 11: audience, **more}
    written = []
    hashed = b"h" + cbor(header)
    for kind, entity, field, refs, salt, value, extra in operations:
        start = [kind, entity, field, [[h, index] for h, index in refs]]
        written.append(start + [salt, value] + extra)
        hashed += cbor(start + [blake(b"v" + salt + cbor(value))] + extra)
    digest = blake(hashed)
    return {
        "name": name,
        "stream": stream.hex(), "seq": seq, "prev": prev.hex() if prev else None, "lam": str(lam), "wall": str(wall),
        "person": person.hex(), "cause": cause, "group": group.hex(), "undoes": [h.hex() for h in undoes],
        "audience": audience,
        "unknownHeader": b"".join(cbor(k) + cbor(more[k]) for k in sorted(more)).hex(),
        "unknownHeaderCount": len(more),
        "operations": [{
            "type": kind, "entity": entity.hex(), "field": field,
            "refs": [{"h": h.hex(), "index": index} for h, index in refs],
            "salt": salt.hex(), "value": value_json(value), "extra": b"".join(cbor(x) for x in extra).hex(),
        } for kind, entity, field, refs, salt, value, extra in operations],
        "bytes": cbor([header, written]).hex(),
        "hash": digest.hex(),
        "identity": digest[:16].hex(),
    }


def pattern(first, size=16):
    return bytes((first + i) % 256 for i in range(size))


SALT = pattern(0x80)
MILESTONE = pattern(0x10)
FINDING = pattern(0x20)
ANN = pattern(0x30)
STREAM = pattern(0x40)
H1 = pattern(0x50)
H2 = pattern(0x60)

VECTORS = [
    vector("one text", [(0, MILESTONE, "milestone.title", [], SALT, "Draft report", [])], stream=STREAM),
    vector("creation and fields",
           [(1, MILESTONE, "milestone.life", [], pattern(1), ["alive", "milestone"], []),
            (0, MILESTONE, "milestone.key", [], pattern(2), "M-012", []),
            (0, MILESTONE, "milestone.target", [], pattern(3), "2020-01-24", []),
            (0, MILESTONE, "milestone.progress", [], pattern(4), 24, []),
            (0, MILESTONE, "milestone.~place", [], pattern(5), [None, "a0Vz"], []),
            (0, MILESTONE, "milestone.subteam", [], pattern(6), pattern(7), [])],
           stream=STREAM, lam=7, wall=1579867200000, person=ANN, cause=1),
    vector("an edit that replaces two heads",
           [(0, FINDING, "finding.text", [(H1, 0), (H1, 300), (H2, 65534)], SALT,
             "Two words,\n\tand a rule: \u201cstop\u201d.", [])],
           stream=STREAM, seq=24, prev=H2, lam=2 ** 48, wall=-1, person=ANN, cause=6),
    vector("a delete with its witness",
           [(1, FINDING, "finding.life", [(H1, 0)], pattern(8), ["deleted", "finding"], []),
            (64, FINDING, "finding.witness", [(H1, 0), (H1, 1), (H2, 0)], pattern(9), None, [])],
           stream=STREAM, seq=2, prev=H1, lam=256, wall=1 << 40, person=ANN, cause=2),
    vector("an undo that brings a conflict back",
           [(0, FINDING, "finding.title", [(H2, 0)], pattern(10), "one", []),
            (0, FINDING, "finding.title", [(H2, 0)], pattern(11), "two", [])],
           stream=STREAM, seq=65536, prev=H1, lam=2 ** 32, wall=0, person=ANN, cause=4, undoes=[H1, H2]),
    vector("texts of other scripts, as typed",
           [(0, FINDING, "finding.title", [], pattern(12),
             "\u5b89\u5168 \u306e \uf900 e\u0301 \u00e9 \U0001f510 \U00020000", []),
            (0, FINDING, "finding.source", [], pattern(13), "", [])],
           stream=STREAM),
    vector("numbers at the edges of their heads",
           [(0, pattern(i), "milestone.progress", [], SALT, number, [])
            for i, number in enumerate([0, 23, 24, 255, 256, 65535, 65536, 2 ** 32 - 1, 2 ** 32, 2 ** 63 - 1, -1, -24,
                                        -25, -256, -257, -2 ** 63])],
           stream=STREAM, lam=2 ** 64 - 1, wall=-2 ** 63),
    vector("bytes and arrays in arrays",
           [(0, FINDING, "link.confirmed", [], SALT, [pattern(0, 32), None, ["a", 1, b""], []], []),
            (2, MILESTONE, "note.field", [], SALT, pattern(0, 256), [])],
           stream=STREAM, audience=3),
    vector("a newer program's header keys, elements and types",
           [(7, FINDING, "finding.level", [], SALT, "high", [5, "text", {1: 2, "a": [b"x", None]}, None]),
            (66, FINDING, "finding.remark", [(H1, 0)], SALT, "well said", [[1, [2, [3]]]])],
           stream=STREAM, more={12: "signed later", 13: None, 24: [1, 2], 300: {0: b"\x00\x01"}}),
]

if __name__ == "__main__":
    print(json.dumps(VECTORS, indent=1, ensure_ascii=True))
