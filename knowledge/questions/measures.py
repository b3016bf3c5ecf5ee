"""Whether what a question is about begins as a figure does: "tỷ lệ hồ sơ trực tuyến …", "mức độ hài lòng …"."""

from knowledge.language.text import folded
from knowledge.questions.spans import Spans


def begins_with_rate(spans: Spans) -> bool:
    """Whether the topic begins as a figure does ("tỷ lệ …", "mức độ hài lòng …")."""
    bare = [folded(spans.words[i]) for i in spans.rest[:2]]
    return " ".join(bare) in {"ty le", "muc do", "chi tieu", "ti le"} and not spans.has("again", "back")
