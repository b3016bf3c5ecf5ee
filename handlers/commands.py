"""The table of commands: whoever adds one adds a row here, and menus, help and access follow."""

import asyncio
from functools import partial

from telegram import Update

from handlers import (
    ask,
    broadcast,
    calendar_command,
    extension,
    folder_command,
    letting_in,
    library_command,
    members,
    office,
    operating,
    out,
    overview_command,
    own,
    teaching,
    trial_reminder,
    tying,
    units_command,
    upcoming,
    words,
    words_admin,
    words_plans,
)
from handlers import help as about
from handlers.context import Context
from handlers.gate import where
from handlers.menu import Command
from handlers.show import say
from scheduler.access import Act, Judged, Kind

PRIVATE, GROUP = (Kind.PRIVATE,), (Kind.GROUP,)


async def run(command: Command, update: Update, context: Context, judged: Judged) -> None:
    """Do what a command says, for whom it is there; the others are told who may, and where."""
    services, message = context.bot_data, update.message or update.edited_message
    if not command.allowed(judged):
        said = _refusal(command, judged)
    elif command.plans and not await asyncio.to_thread(services.has_plans):
        said = words_plans.NO_PLANS if judged.may(Act.MANAGE) else words.NO_PLANS
    else:
        await command.handler(update, context, judged)
        return
    if message:
        await say(said, services, where(message))


def _refusal(command: Command, judged: Judged) -> str:
    if judged.may(command.act):
        return words_admin.ONLY_PRIVATE if Kind.PRIVATE in command.where else words_admin.ONLY_GROUP
    if judged.user is None:
        return words_admin.HIDDEN
    return words.LEADERS_ONLY if command.act is Act.OVERSEE else words_admin.ONLY_ADMINS


COMMANDS: tuple[Command, ...] = (
    Command("start", "[mã mời]", "Giới thiệu", letting_in.start, shown=()),
    Command("hoi", "câu hỏi", "Hỏi về nhiệm vụ trong các kế hoạch", ask.question, edited=True),
    Command("viec", "[đơn vị]", "Nhiệm vụ của một đơn vị và tình trạng, ví dụ: /viec Văn phòng Sở",
            upcoming.tasks, works=True, plans=True),
    Command("han", "[kỳ] [đơn vị]", "Nhiệm vụ đến hạn: /han tuần, /han quý sau, /han tháng 4",
            upcoming.due, works=True, plans=True),
    Command("nhac", "[số] [trước N ngày]", "Nhắc riêng tôi một nhiệm vụ: /nhac 2.3 trước 3 ngày; xem và bỏ: /nhac",
            own.remind, shown=PRIVATE, works=True),
    Command("tat", "[thời gian]", "Tắt nhắc riêng một thời gian: /tat 3 ngày; bật lại: /tat mở", own.quiet,
            where=PRIVATE, works=True),
    Command("xoahoi", "", "Xóa các câu hỏi của tôi đã được lưu", office.forget, where=PRIVATE, works=True),
    Command("giahan", "[số] [ngày] [lý do]", "Xin gia hạn nhiệm vụ của đơn vị", extension.command, Act.REPORT,
            shown=GROUP, works=True, plans=True),
    Command("baocao", "[kỳ]", "Tình hình thực hiện theo đơn vị: /baocao, /baocao quý 2, /baocao Văn phòng",
            overview_command.command, Act.OVERSEE, shown=PRIVATE, works=True, plans=True),
    Command("xuat", "[xlsx, csv, ics, báo cáo]", "Xuất ra tệp: /xuat, /xuat csv, /xuat ics, /xuat báo cáo quý 1",
            out.export, Act.MANAGE, shown=PRIVATE, works=True, plans=True),
    Command("moi", "[đơn vị] [vai trò]", "Mời một người vào dùng: /moi Văn phòng Sở đầu mối", letting_in.invite,
            Act.MANAGE, PRIVATE),
    Command("lienket", "đơn vị [lãnh đạo]", "Cho nhóm này nhận việc của một đơn vị (gõ trong nhóm)", tying.tie,
            Act.MANAGE, GROUP, works=True),
    Command("huylienket", "", "Thôi gửi việc của đơn vị vào nhóm này (gõ trong nhóm)", tying.untie,
            Act.MANAGE, GROUP, works=True),
    Command("donvi", "[tên khác = đơn vị]", "Đơn vị, nhóm, tên gọi; nhiệm vụ chưa giao hoặc chưa có thời hạn",
            units_command.command, Act.MANAGE, PRIVATE, works=True),
    Command("hoidap", "", "Câu hỏi chưa trả lời được; dạy từ, nhiệm vụ, câu hỏi", teaching.command, Act.MANAGE, PRIVATE,
            works=True),
    Command("kehoach", "", "Kế hoạch và các bản: xem, so sánh, quay lại, thôi dùng", library_command.listing,
            Act.MANAGE, PRIVATE, works=True),
    Command("napplan", "", "Đọc lại thư mục plans trên máy chủ, xem trước rồi nạp", folder_command.reload,
            Act.MANAGE, PRIVATE, works=True),
    Command("lich", "[nghỉ hoặc làm] [ngày]", "Lịch làm việc: /lich, /lich nghỉ 2/1, /lich làm thứ Bảy tuần này",
            calendar_command.command, Act.MANAGE, PRIVATE, works=True),
    Command("nguoidung", "", "Người và nhóm được dùng; đưa ra", members.listing, Act.MANAGE, PRIVATE),
    Command("nhatky", "", "Nhật ký: ai đã làm gì, lúc nào", members.log_book, Act.MANAGE, PRIVATE),
    Command("thongbao", "nội dung", "Gửi thông báo đến mọi người, các nhóm; được xem trước khi gửi", broadcast.command,
            Act.MANAGE, PRIVATE, works=True),
    Command("thunhac", "đơn vị", "Xem thử tin nhắc hôm nay của một đơn vị", trial_reminder.command, Act.MANAGE,
            PRIVATE, works=True, plans=True),
    Command("thongke", "[kỳ]", "Số liệu sử dụng: /thongke, /thongke tháng trước", operating.usage, Act.MANAGE, PRIVATE),
    Command("suckhoe", "", "Tình trạng hệ thống; nạp lại cấu hình", operating.health, Act.MANAGE, PRIVATE),
    Command("saoluu", "", "Lấy một bản sao lưu toàn bộ dữ liệu", operating.backup, Act.MANAGE, PRIVATE),
    Command("help", "", "Hướng dẫn sử dụng", partial(about.guide, lambda: COMMANDS)),
)  # fmt: skip
