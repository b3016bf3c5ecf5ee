"""Eight conversations of an office, played by the bot itself on its sample plan, for the pictures in the guides.

What people type is written here; what the bot says is what it said. A conversation is a list of acts: what somebody
wrote, what the bot said or put in place of what it had said, and which button was pressed.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from html import escape
from pathlib import Path

import pytest
from scripted_day import ADMIN, FOCAL, GROUP, NEWCOMER, ROWS, Message
from stage import InMemory, a_stage
from telegram_markup import parsed
from updates import buttons
from virtual_time import AtOnce, in_virtual_time

from handlers import words, words_admin, words_office, words_plans
from knowledge.samples import in_every_format
from scheduler.digest import Action

LEADER = 11
BOT = "planbot"
UNIT = "Văn phòng Sở"
WORD = next(path for path in in_every_format() if path.suffix == ".docx" and path.stem.startswith("chuyen"))
PICTURES = {
    "quan-tri-nap-ke-hoach": ("quan-tri.md", "Quản trị gửi tệp kế hoạch, xem bản đọc được rồi bấm “Đồng ý nạp”"),
    "quan-tri-cho-vao": ("quan-tri.md", "Quản trị cho một người vào dùng và tạo đường dẫn mời đầu mối của đơn vị"),
    "can-bo-hoi": ("can-bo.md", "Cán bộ hỏi ai chủ trì, hỏi tiếp về thời hạn, rồi hỏi danh sách việc của một đơn vị"),
    "can-bo-mo-nhiem-vu": (
        "can-bo.md",
        "Cán bộ mở trọn một nhiệm vụ, hẹn nhắc riêng, và hỏi Văn phòng điều kế hoạch không nói",
    ),
    "don-vi-nhac-viec": (
        "huong-dan-don-vi.md",
        "Nhóm của đơn vị nhận tin nhắc việc, mở một nhiệm vụ và báo đã xong bằng lời",
    ),
    "don-vi-gia-han": ("huong-dan-don-vi.md", "Đầu mối xin gia hạn, quản trị đồng ý, đơn vị được báo thời hạn mới"),
    "lanh-dao-bao-cao": (
        "lanh-dao.md",
        "Lãnh đạo xem báo cáo quý: việc quá hạn trước, số liệu theo đơn vị, biểu đồ và bảng tính",
    ),
    "lanh-dao-hoi": ("lanh-dao.md", "Lãnh đạo hỏi bằng lời: đơn vị nào chậm nhất, đơn vị nào có việc quá hạn"),
}
"""What the pictures show, by name: the guide where they stand, and words for whoever cannot see them."""
_CODE = re.compile(r"(?<=start=)[\w-]+")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happened in a chat.

    Args:
        who: the one who wrote, empty for a press of a button; `mine`: it is who holds the phone.
        html: the words, in Telegram's HTML.
        keys: the labels of the buttons below, by row.
        file: the name of a file; `content` of a picture.
        quoted: the words that were replied to; `again`: the message was there before and has changed.
    """

    who: str
    html: str = ""
    keys: tuple[tuple[str, ...], ...] = ()
    mine: bool = False
    file: str = ""
    content: bytes = b""
    quoted: str = ""
    again: bool = False

    @property
    def text(self) -> str:
        """The act in plain words."""
        head = f"{self.who or '·'}{' (sửa tin)' if self.again else ''}: "
        file = f"[tệp {self.file}]" if self.file else ""
        parts = [f"> {self.quoted}" if self.quoted else "", file, parsed(self.html)]
        rows = [" ".join(f"[{label}]" for label in row) for row in self.keys]
        return head + "\n".join(part for part in (*parts, *rows) if part)


@dataclass
class Conversation:
    """What one phone shows of one chat, as it goes on.

    Args:
        name: of its picture; `title`: over the chat; `holder`: whose phone it is.
    """

    name: str
    title: str
    stage: InMemory
    chat: int
    holder: int
    acts: list[Act] = field(default_factory=list)
    _seen: dict[int, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """What was in the chat before is not shown."""
        self._seen = {m["message_id"]: _state(m) for m in self._messages()}

    @property
    def text(self) -> str:
        """The conversation in plain words."""
        return f"{self.title}\n\n" + "\n\n".join(act.text for act in self.acts) + "\n"

    async def writes(self, text: str, user: int | None = None, reply_to: Message | None = None) -> Message:
        """Somebody writes; the bot's last message."""
        who = self.holder if user is None else user
        quoted = _first_line(reply_to or {})
        self.acts.append(Act(self._name(who), escape(text), mine=who == self.holder, quoted=quoted))
        await self.stage.says(self.chat, who, text, reply_to["message_id"] if reply_to else None)
        return self.looks()

    async def sends(self, name: str, content: bytes) -> Message:
        """Who holds the phone sends a document."""
        self.acts.append(Act(self._name(self.holder), mine=True, file=name))
        await self.stage.sends(self.holder, name, content)
        return self.looks()

    async def presses(self, message: Message, label: str) -> Message:
        """Who holds the phone presses a button."""
        said = await self.stage.presses(self.holder, message, label)
        self.acts.append(Act("", escape(f"{self._name(self.holder)} bấm “{label}”")))
        if said:
            self.acts.append(Act("", escape(f"Thông báo nhỏ: {said}")))
        return self.looks()

    def looks(self) -> Message:
        """What the bot has said since, and what it has put in place of its last message; its last message."""
        last = max(self._seen, default=0)
        for message in self._messages():
            state, number = _state(message), message["message_id"]
            if message["from"]["id"] == 1 and self._seen.get(number) != state and number >= last:
                self.acts.append(self._act(message, again=number in self._seen))
            self._seen[number] = state
        return self.stage.telegram.sent(self.chat)[-1]

    def _act(self, message: Message, *, again: bool) -> Act:
        name, content = self.stage.telegram.attached.get(message["message_id"], ("", b""))
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        keys = tuple(tuple(str(button["text"]) for button in row) for row in rows)
        html = _CODE.sub("K7wQ2mXb", str(message.get("raw") or message.get("caption") or ""))
        picture = content if "photo" in message else b""
        quoted = _first_line(message.get("reply_to_message", {}))
        return Act(BOT, html, keys, file=name, content=picture, quoted=quoted, again=again)

    def _messages(self) -> list[Message]:
        telegram = self.stage.telegram
        here = [m for (chat, _), m in telegram.messages.items() if chat == self.chat]
        here += [m for m in telegram.files if m["chat"]["id"] == self.chat]
        return sorted(here, key=lambda m: int(m["message_id"]))

    def _name(self, user: int) -> str:
        return str(self.stage.telegram.chats[user]["first_name"])


def _first_line(message: Message) -> str:
    return (str(message.get("text") or "").splitlines() or [""])[0]


def _state(message: Message) -> tuple[str, str]:
    return str(message.get("raw") or message.get("caption")), str(message.get("reply_markup"))


@dataclass
class Office:
    """Some days of an office, in which the eight conversations happen one after the other."""

    stage: InMemory
    told: list[Conversation] = field(default_factory=list)

    async def play(self) -> list[Conversation]:
        """All of them, as they stand in the guides."""
        await self._a_plan_is_handed_in()
        await self._people_come_in()
        await self._a_colleague_asks()
        await self._a_colleague_is_helped()
        await self._the_unit_is_reminded()
        await self._the_unit_wants_more_time()
        await self._the_leader_looks()
        await self._the_leader_asks()
        return self.told

    async def _a_plan_is_handed_in(self) -> None:
        chat = self._phone("quan-tri-nap-ke-hoach", ADMIN, ADMIN)
        await chat.sends("KH chuyen doi so 2027.docx", WORD.read_bytes())
        shown = self._last(ADMIN, words_plans.agree(ROWS))
        await chat.presses(shown, words_plans.agree(ROWS))

    async def _people_come_in(self) -> None:
        chat = self._phone("quan-tri-cho-vao", ADMIN, ADMIN)
        offer = await self.stage.says(NEWCOMER, NEWCOMER, "/start")
        await self.stage.presses(NEWCOMER, offer, words.ASK_IN)
        request = chat.looks()
        await chat.presses(request, words_admin.ALLOW)
        await self._invited(FOCAL, await chat.writes(f"/moi {UNIT} đầu mối"))
        await self._invited(LEADER, await self.stage.says(ADMIN, ADMIN, "/moi lãnh đạo"))
        await self.stage.says(GROUP, ADMIN, f"/lienket {UNIT}")

    async def _invited(self, user: int, invitation: Message) -> None:
        code = re.search(r"start=(\S+)", str(invitation["text"]))
        assert code, invitation
        await self.stage.says(user, user, f"/start {code[1]}")

    async def _a_colleague_asks(self) -> None:
        chat = self._phone("can-bo-hoi", NEWCOMER, NEWCOMER)
        await chat.writes("ai chủ trì số hóa kết quả giải quyết thủ tục hành chính?")
        await chat.writes("khi nào phải xong?")
        await chat.writes("van phong so chu tri nhung viec gi trong quy 3")

    async def _a_colleague_is_helped(self) -> None:
        chat = self._phone("can-bo-mo-nhiem-vu", NEWCOMER, NEWCOMER)
        listed = await chat.writes("việc nào đến hạn từ ngày 01/12 đến ngày 20/12")
        await chat.presses(listed, "2")
        await chat.writes("nhắc tôi việc 24 trước 7 ngày")
        silent = await chat.writes("họp giao ban tuần này ở phòng nào?")
        await chat.presses(silent, words_office.ASK_OFFICE)
        await self.stage.says(ADMIN, ADMIN, "Phòng họp tầng 3 nhé.", self._last(ADMIN, said="giao ban")["message_id"])
        chat.looks()

    async def _the_unit_is_reminded(self) -> None:
        chat = self._phone("don-vi-nhac-viec", GROUP, FOCAL)
        await self.stage.passes()
        digest = chat.looks()
        opened = await chat.presses(digest, "1")
        await chat.writes("xong rồi, kèm công văn 123/VP", reply_to=opened)

    async def _the_unit_wants_more_time(self) -> None:
        chat = self._phone("don-vi-gia-han", GROUP, FOCAL)
        digest = self._last(GROUP, said="Nhắc việc ngày")
        await chat.writes("việc 2 chưa xong, xin lùi đến 30/4 vì chờ ý kiến của các phòng", reply_to=digest)
        await self.stage.passes()
        label = f"1. {words.ACTIONS[Action.GRANT]}"
        await self.stage.presses(ADMIN, self._last(ADMIN, label), label)
        self.stage.now.time += timedelta(days=1)
        await self.stage.passes()
        chat.looks()

    async def _the_leader_looks(self) -> None:
        self._a_month_passes()
        chat = self._phone("lanh-dao-bao-cao", LEADER, LEADER)
        await chat.writes("/baocao quý 1")

    async def _the_leader_asks(self) -> None:
        chat = self._phone("lanh-dao-hoi", LEADER, LEADER)
        await chat.writes("đơn vị nào chậm nhất quý 1?")
        await chat.writes("trung tâm chuyển đổi số chủ trì việc nào quá hạn?")

    def _phone(self, name: str, chat: int, holder: int) -> Conversation:
        title = UNIT if chat == GROUP else BOT
        self.told.append(Conversation(name, title, self.stage, chat, holder))
        return self.told[-1]

    def _last(self, chat: int, label: str = "", said: str = "") -> Message:
        """The last message that has a button, or says something."""
        sent = reversed(self.stage.telegram.sent(chat))
        return next(m for m in sent if (not label or label in buttons(m)) and said in m["text"])

    def _a_month_passes(self) -> None:
        self.stage.now.time += timedelta(days=31)


def eight_conversations(folder: Path) -> list[Conversation]:
    """The conversations of the guides, played in an empty folder and in virtual time."""

    async def main() -> list[Conversation]:
        async with a_stage(folder, "2027-03-01T08:00", **{"Chị Hạnh": LEADER}) as stage:
            stage.people.group(GROUP, UNIT)
            stage.telegram.members[GROUP] = {ADMIN, FOCAL}
            return await Office(stage).play()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("handlers.writes.ThreadPoolExecutor", AtOnce)
        return in_virtual_time(main)
