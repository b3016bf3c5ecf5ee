"""Seals in red or blue and blue signatures over the writing of a page are taken away, other colour is kept."""

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw

from knowledge.readers.stamps import grey_without_stamps

RED, BLUE, DPI = (205, 30, 40), (40, 70, 190), 200


def page() -> Image.Image:
    image = Image.new("RGB", (900, 900), "white")
    ImageDraw.Draw(image).rectangle((100, 440, 800, 444), fill="black")
    return image


def seal(size: int = 280, colour: tuple[int, int, int] = RED) -> Image.Image:
    image = Image.new("RGB", (900, 900), "white")
    box = (450 - size // 2, 450 - size // 2, 450 + size // 2, 450 + size // 2)
    ImageDraw.Draw(image).ellipse(box, outline=colour, width=8)
    ImageDraw.Draw(image).rectangle((400, 425, 500, 460), fill=colour)
    return image


def ink(image: Image.Image) -> int:
    return int((np.asarray(image) < 140).sum())


def a_signature() -> Image.Image:
    image = Image.new("RGB", (900, 900), "white")
    ImageDraw.Draw(image).line([(300, 520), (420, 400), (480, 510), (600, 390), (700, 470)], fill=BLUE, width=6)
    return image


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(seal(), id="a red seal"),
        pytest.param(seal(colour=BLUE), id="a blue seal"),
        pytest.param(a_signature(), id="a blue signature"),
        pytest.param(ImageChops.multiply(seal(colour=BLUE), a_signature()), id="a blue signature over a blue seal"),
    ],
)
def test_the_ink_of_a_stamp_goes_and_what_is_written_below_it_stays(over: Image.Image) -> None:
    cleaned = grey_without_stamps(ImageChops.multiply(page(), over), DPI)

    assert np.array_equal(np.asarray(cleaned) < 140, np.asarray(page().convert("L")) < 140)


def test_a_blue_signature_over_a_red_seal_leaves_specks_where_both_are() -> None:
    over = ImageChops.multiply(seal(), a_signature())
    cleaned = grey_without_stamps(ImageChops.multiply(page(), over), DPI)

    assert ink(cleaned) < ink(page().convert("L")) + 0.05 * ink(over.convert("L"))


def test_a_rule_that_a_seal_covers_is_drawn_again() -> None:
    covered = page()
    covered.paste(seal(), mask=ImageChops.invert(seal().convert("L")).point(lambda light: 255 if light else 0))

    assert ink(grey_without_stamps(covered, DPI)) == ink(page().convert("L"))


@pytest.mark.parametrize("colour", [RED, BLUE], ids=["red", "blue"])
@pytest.mark.parametrize("size", [60, 800])
def test_colour_that_is_no_seal_is_writing(size: int, colour: tuple[int, int, int]) -> None:
    drawn = Image.new("RGB", (900, 900), "white")
    ImageDraw.Draw(drawn).rectangle((450 - size // 2, 440, 450 + size // 2, 460), fill=colour)  # a line of print
    assert ink(grey_without_stamps(drawn, DPI)) > 0


@pytest.mark.parametrize("size", [60, 800])
def test_a_red_ring_that_is_too_small_or_too_large_for_a_seal_is_writing(size: int) -> None:
    assert ink(grey_without_stamps(seal(size), DPI)) > 0


def blue_print(lines: int) -> Image.Image:
    image = Image.new("RGB", (900, 900), "white")
    letters = [(x, y) for y in range(200, 200 + lines * 42, 42) for x in range(200, 560, 24)]
    for x, y in letters:  # each with something that hangs down to the next line
        ImageDraw.Draw(image).rectangle((x, y, x + 18, y + 24), outline=BLUE, width=1)
        ImageDraw.Draw(image).line((x + 9, y + 24, x + 9, y + 34), fill=BLUE, width=1)
    return image


def blue_table() -> Image.Image:
    image = Image.new("RGB", (900, 900), "white")
    for at in range(50, 900, 200):
        ImageDraw.Draw(image).line((50, at, 850, at), fill=BLUE, width=3)
        ImageDraw.Draw(image).line((at, 50, at, 850), fill=BLUE, width=3)
    return image


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(blue_print(4), id="lines close together"),
        pytest.param(blue_print(8), id="a paragraph as round as a seal"),
        pytest.param(blue_table(), id="the rules of a table"),
    ],
)
def test_what_is_printed_in_blue_stays_however_it_stands(drawn: Image.Image) -> None:
    assert ink(grey_without_stamps(drawn, DPI)) == ink(drawn.convert("L"))


def test_a_page_without_colour_is_only_made_grey() -> None:
    assert np.array_equal(np.asarray(grey_without_stamps(page(), DPI)), np.asarray(page().convert("L")))
    assert grey_without_stamps(page().convert("1"), DPI).mode == "L"
