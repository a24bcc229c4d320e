#!/usr/bin/env python3
"""Writes the pictures that Tests/QRCodeTests reads, with an encoder that is not ours.

The names say what is in a picture; the tests expect the texts below. The same seed gives the same pictures. To run it:

    python3 -m venv /tmp/pictures && /tmp/pictures/bin/pip install pillow numpy segno
    /tmp/pictures/bin/python Scripts/make-code-pictures.py Tests/QRCodeTests/Pictures
"""

import io
import json
import pathlib
import struct
import sys
import zlib

import numpy
import segno
from PIL import Image, ImageDraw, ImageFilter, ImageOps

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "Tests/QRCodeTests/Pictures")
folder.mkdir(parents=True, exist_ok=True)
random = numpy.random.default_rng(20260901)

PAIRING = json.dumps(
    {
        "jeton": "".join("0123456789ABCDEF"[(i * 7 + i // 5 * 3 + i // 11) % 16] for i in range(400)),
        "login": "".join("0123456789abcdef"[(i * 5 + i // 3) % 16] for i in range(64)),
        "url": "https://0310047h.index-education.net/pronote/mobile.eleve.html",
    },
    separators=(",", ":"),
)
SHORT = "Lycée Élie-Faure ✓"
OTHER = "https://example.org/another"


def code(text, scale=4, border=4, error="m"):
    made = segno.make_qr(text, error=error, encoding="utf-8", eci=False, boost_error=False)
    rows = numpy.array([list(row) for row in made.matrix_iter(border=border)], dtype=numpy.uint8)
    return Image.fromarray(numpy.kron(1 - rows, numpy.ones((scale, scale), numpy.uint8)) * 255, "L")


def write(name, image, **options):
    data = io.BytesIO()
    if name.endswith(".jpg"):
        options = {"quality": 70, "optimize": True} | options
        image.save(data, "JPEG", **options)
    else:
        image.save(data, "PNG", optimize=True, **options)
    put(name, data.getvalue())


def put(name, data):
    (folder / name).write_bytes(data)


def noisy(image, amount):
    pixels = numpy.asarray(image).astype(float)
    return Image.fromarray(numpy.clip(pixels + random.normal(0, amount, pixels.shape), 0, 255).astype(numpy.uint8))


def contrast(image, low, high):
    return image.point(lambda value: low + value * (high - low) // 255)


def uneven(image, dark=0.35):
    pixels = numpy.asarray(image).astype(float)
    y, x = numpy.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]]
    light = dark + (1 - dark) * (0.6 * x / pixels.shape[1] + 0.4 * y / pixels.shape[0])
    return Image.fromarray(numpy.clip(pixels * light, 0, 255).astype(numpy.uint8))


def skewed(image, corners, size, background=150):
    """The picture with its corners (clockwise from the upper left) moved to these points."""
    width, height = image.size
    source = [(0, 0), (width, 0), (width, height), (0, height)]
    rows, right = [], []
    for (x, y), (u, v) in zip(corners, source):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    factors = numpy.linalg.solve(numpy.array(rows, float), numpy.array(right, float))
    return image.transform(size, Image.Transform.PERSPECTIVE, factors, Image.Resampling.BICUBIC, fillcolor=background)


def clutter(size, shapes=60, background=170):
    """A desk: rectangles, lines, discs and lines of print."""
    width, height = size
    image = Image.new("L", size, background)
    draw = ImageDraw.Draw(image)
    for _ in range(shapes):
        x, y = int(random.integers(0, width)), int(random.integers(0, height))
        w, h = int(random.integers(width // 40, width // 6)), int(random.integers(height // 40, height // 6))
        grey = int(random.integers(30, 240))
        kind = random.integers(0, 4)
        if kind == 0:
            draw.rectangle([x, y, x + w, y + h], fill=grey)
        elif kind == 1:
            draw.ellipse([x, y, x + w, y + h], fill=grey)
        elif kind == 2:
            draw.line([x, y, x + w, y + h], fill=grey, width=max(2, w // 20))
        else:
            for line in range(4):
                draw.text((x, y + 12 * line), "Devoirs pour demain : exercices 12 et 14", fill=grey)
    return image


def pasted(background, *codes):
    image = background.copy()
    for picture, place in codes:
        image.paste(picture, place)
    return image


def photo(text, size=(900, 700), scale=6, corners=None, blur=1.2, noise=8, dark=0.4):
    card = code(text, scale)
    corners = corners or [(250, 90), (690, 140), (640, 600), (190, 530)]
    mask = skewed(Image.new("L", card.size, 255), corners, size, 0)
    image = Image.composite(skewed(card, corners, size), clutter(size), mask)
    return noisy(uneven(image, dark).filter(ImageFilter.GaussianBlur(blur)), noise)


def png_file(width, height, rows, interlaced):
    """A grey PNG file by hand."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 1 if interlaced else 0)
    body = zlib.compress(rows, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def interlaced(image):
    """Adam7, which Pillow does not write."""
    pixels = numpy.asarray(image)
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    parts = [pixels[y::dy, x::dx] for x, y, dx, dy in passes]
    rows = b"".join(b"\0" + row.tobytes() for part in parts for row in part if part.size)
    return png_file(image.width, image.height, rows, True)


pairing, short, other = code(PAIRING), code(SHORT, 6), code(OTHER, 5)

# Kinds of file.
write("pairing-grey.png", pairing)
write("pairing-rgb.png", ImageOps.colorize(pairing, "#10204a", "#fff8e0"))
clear = Image.new("RGBA", pairing.size, (0, 0, 0, 0))
clear.paste((0, 0, 0, 255), mask=ImageOps.invert(pairing))
write("pairing-transparent.png", clear)
write("pairing-grey-and-alpha.png", clear.convert("LA"))
write("pairing-palette.png", ImageOps.colorize(pairing, "#502000", "#e0f0ff").quantize(16))
write("pairing-16-bit.png", Image.fromarray(numpy.asarray(pairing).astype(numpy.uint16) * 201 + 4000))
put("pairing-interlaced.png", interlaced(pairing))
write("pairing-1-bit.png", pairing.convert("1"))
write("short-one-dot-a-module.png", code(SHORT, 1))
write("pairing-two-dots-a-module.png", code(PAIRING, 2))
write("short-without-border.png", code(SHORT, 6, border=0))
for quality in [20, 50, 90]:
    write(f"pairing-quality-{quality}.jpg", pairing, quality=quality)
write("pairing-progressive.jpg", pairing, progressive=True, quality=40)
write("pairing-colour.jpg", ImageOps.colorize(pairing, "#203060", "#fff0d0"), quality=40)
write("pairing-cmyk.jpg", ImageOps.colorize(code(PAIRING, 3), "#102040", "#fff8e0").convert("CMYK"), quality=15)
exif = Image.Exif()
exif[0x0112] = 6
write("pairing-exif-rotation.jpg", pairing.rotate(90, expand=True), exif=exif, quality=40)

# Turned and skewed.
for degrees in [7, 33, 90, 180, 271]:
    turned = pairing.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    write(f"pairing-turned-{degrees}.png", turned.quantize(16).convert("L") if degrees % 90 else turned)
write("short-mirrored.png", ImageOps.mirror(short))
write("pairing-skewed.jpg", skewed(pairing, [(60, 30), (420, 80), (390, 430), (20, 380)], (460, 460), 200), quality=40)

# Photographs.
write("pairing-photo.jpg", photo(PAIRING), quality=40)
write("short-photo.jpg", photo(SHORT, blur=2.5, noise=12, dark=0.25), quality=25)
write("pairing-photo-turned.jpg", photo(PAIRING, corners=[(640, 90), (690, 560), (210, 620), (180, 130)]), quality=40)
write(
    "short-photo-steep.jpg",
    photo(SHORT, corners=[(320, 200), (600, 100), (610, 600), (330, 480)], blur=1.5),
    quality=35,
)

# Hard to see.
write("pairing-inverted.png", ImageOps.invert(pairing))
write("short-inverted-photo.jpg", ImageOps.invert(photo(SHORT)), quality=35)
write("pairing-faint.png", contrast(pairing, 118, 134))
write("short-faint-dark.jpg", contrast(short, 20, 40), quality=90)
write("short-faint-beside-black-and-white.png", pasted(
    pasted(Image.new("L", (500, 400), 255), (Image.new("L", (120, 400), 0), (0, 0))),
    (contrast(short, 150, 164), (180, 80)),
))
write("short-noise.png", noisy(contrast(short, 40, 215), 60).quantize(8).convert("L"))
write("pairing-noise.jpg", noisy(contrast(pairing, 40, 215), 45), quality=40)
write("pairing-blurred.jpg", pairing.filter(ImageFilter.GaussianBlur(1.8)), quality=60)
write("pairing-shrunk.png", pairing.resize((pairing.width * 9 // 16,) * 2, Image.Resampling.BILINEAR))
write("short-shrunk.png", short.resize((short.width * 3 // 10,) * 2, Image.Resampling.BILINEAR))
write("short-uneven-light.jpg", uneven(short, 0.12), quality=70)

# Small in a large photograph.
large = clutter((3000, 2000), 25).filter(ImageFilter.GaussianBlur(2))
write("pairing-small-in-large.jpg", pasted(large, (code(PAIRING, 3), (2100, 1300))), quality=15, progressive=True)
write("short-tiny-in-large.jpg", pasted(large, (code(SHORT, 3), (211, 1703))), quality=15, progressive=True)
soft = code(SHORT, 8).resize((99, 99), Image.Resampling.BILINEAR)
faint, inverted = contrast(soft, 120, 170), ImageOps.invert(code(SHORT, 3))
write("short-tiny-and-faint-in-large.jpg", pasted(large, (faint, (1507, 1003))), quality=20, progressive=True)
write("short-tiny-and-inverted-in-large.jpg", pasted(large, (inverted, (1507, 1003))), quality=15, progressive=True)

# Several in one picture: the texts in any order.
desk = Image.new("L", (800, 560), 200)
write("two-short-other.png", pasted(desk, (short, (20, 40)), (other, (420, 60))))
write("two-pairing-other-sizes.png", pasted(desk, (pairing, (20, 20)), (code(OTHER, 2), (600, 400))))
three = [(code(PAIRING, 3), (20, 20)), (short, (400, 10)), (other, (560, 320))]
write("three-pairing-short-other.png", pasted(desk, *three))
write("two-short-other-one-inverted.png", pasted(desk, (short, (20, 40)), (ImageOps.invert(other), (420, 60))))
grainy = noisy(contrast(short, 40, 215), 60)
write("two-short-other-one-noisy.jpg", pasted(desk, (grainy, (20, 40)), (other, (420, 60))), quality=60)
giant = Image.new("L", (1700, 1300), 190)
write("two-short-other-giant-and-tiny.png", pasted(giant, (code(SHORT, 30), (20, 40)), (code(OTHER, 2), (1400, 900))))
write("one-short-twice.png", pasted(desk, (short, (20, 40)), (short.rotate(90), (420, 60))))

# No code.
write("none-desk.jpg", clutter((900, 700)), quality=40)
write("none-white.png", Image.new("L", (400, 300), 255))
write("none-one-dot.png", Image.new("L", (1, 1), 0))
write("none-half-a-code.png", pairing.crop((0, 0, pairing.width, pairing.height // 2)))
write("none-noise.png", noisy(Image.new("L", (180, 180), 128), 80).quantize(8).convert("L"))

# No picture.
png, jpeg = (folder / "pairing-grey.png").read_bytes(), (folder / "pairing-quality-20.jpg").read_bytes()
put("broken-truncated.png", png[: len(png) // 2])
put("broken-truncated.jpg", jpeg[: len(jpeg) // 2])
desk_jpeg = io.BytesIO()
pasted(desk, (short, (20, 40))).save(desk_jpeg, "JPEG", quality=60)
put("short-cut-off-below-it.jpg", desk_jpeg.getvalue()[: len(desk_jpeg.getvalue()) * 97 // 100])
put("pairing-with-more-after-it.jpg", jpeg + bytes(500))
put("broken-header-only.png", png[:20])
put("broken-header-only.jpg", jpeg[:30])
put("unknown-text.txt", PAIRING.encode())
put("unknown-empty.png", b"")
put("unknown-gif.png", b"GIF89a" + bytes(40))
put("large-bomb.png", png_file(60_000, 60_000, bytes(100_000), False))
put("large-bomb.jpg", jpeg.replace(struct.pack(">HH", pairing.height, pairing.width), b"\xff\xdc\xff\xdc", 1))

# What the tests expect.
texts = {"pairing": PAIRING, "short": SHORT, "other": OTHER}
put("texts.json", json.dumps(texts, ensure_ascii=False, indent=2).encode() + b"\n")
