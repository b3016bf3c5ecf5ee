"""The child's side of `knowledge.plan.confined`: `python -m knowledge.plan.worker`."""

from knowledge.model import Plan
from knowledge.plan.confined import Understanding
from knowledge.plan.understanding import understand
from knowledge.readers.reading_watch import Watch
from knowledge.readers.worker import serve


def main() -> None:
    """Understand the document of the job that stands on standard input."""
    serve(_understand, lambda job: job.limits.understanding)


def _understand(job: Understanding, _: Watch) -> Plan:
    return understand(job.document)


if __name__ == "__main__":
    main()
