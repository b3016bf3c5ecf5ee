"""Red seals over the writing of a page are taken away, other red is kept."""

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw

from knowledge.readers.stamps import grey_without_stamps

RED, DPI = (205, 30, 40), 200


def page() -> Image.Image:
    image = Image.new("RGB", (900, 900), "white")
    ImageDraw.Draw(image).rectangle((100, 440, 800, 444), fill="black")
    return image


def seal(size: int = 280) -> Image.Image:
    image = Image.new("RGB", (900, 900), "white")
    box = (450 - size // 2, 450 - size // 2, 450 + size // 2, 450 + size // 2)
    ImageDraw.Draw(image).ellipse(box, outline=RED, width=8)
    ImageDraw.Draw(image).rectangle((400, 425, 500, 460), fill=RED)
    return image


def ink(image: Image.Image) -> int:
    return int((np.asarray(image) < 140).sum())


def test_the_ink_of_a_seal_goes_and_what_is_written_below_it_stays() -> None:
    cleaned = grey_without_stamps(ImageChops.multiply(page(), seal()), DPI)

    assert np.array_equal(np.asarray(cleaned) < 140, np.asarray(page().convert("L")) < 140)


def test_a_rule_that_a_seal_covers_is_drawn_again() -> None:
    covered = page()
    covered.paste(seal(), mask=ImageChops.invert(seal().convert("L")).point(lambda light: 255 if light else 0))

    assert ink(grey_without_stamps(covered, DPI)) == ink(page().convert("L"))


@pytest.mark.parametrize("size", [60, 800])
def test_red_that_is_no_seal_is_writing(size: int) -> None:
    assert ink(grey_without_stamps(seal(size), DPI)) > 0


def test_a_page_without_red_is_only_made_grey() -> None:
    assert np.array_equal(np.asarray(grey_without_stamps(page(), DPI)), np.asarray(page().convert("L")))
    assert grey_without_stamps(page().convert("1"), DPI).mode == "L"
