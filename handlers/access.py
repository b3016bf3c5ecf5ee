"""Who may ask, and who may do more. Nobody who is not named here learns anything of the plans."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Access:
    """The people, groups and roles of the configuration's [access] section (Telegram ids).

    Args:
        users: people who may ask in a private chat.
        groups: groups whose members may ask there.
        leaders: people who also see the figures over all units.
        admins: people who also manage the plans; they may do all that the others may.
    """

    users: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    leaders: frozenset[int] = frozenset()
    admins: frozenset[int] = frozenset()

    def is_admin(self, user: int | None) -> bool:
        """Whether this person manages the plans."""
        return user in self.admins

    def is_leader(self, user: int | None) -> bool:
        """Whether this person sees the figures over all units."""
        return user in self.leaders or user in self.admins

    def may_ask(self, user: int | None, chat: int) -> bool:
        """Whether a question of this person in this chat (a group, or the private chat with the same id) is answered.

        An anonymous group admin has no user id of its own; what is said in a group that is let in is answered.
        """
        known = user in self.users or user in self.leaders or user in self.admins
        return known if chat == user else chat in self.groups
