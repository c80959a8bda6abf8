"""An existing Dask cluster as an executor."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor

from chatimg_magic.errors import BadOption

PATIENCE = 10
"""Seconds in which a scheduler must answer, and have a worker."""


@contextlib.contextmanager
def executor(address: str) -> Iterator[Executor]:
    """Yield what carries work out on a cluster.

    Raises
    ------
    BadOption
        If there is no scheduler at the address, or it has no workers.
    """
    import distributed

    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise BadOption(
            f"--dask {address}: no scheduler answers there ({type(error).__name__}).",
            "Start one with dask scheduler; its address looks like tcp://10.0.0.5:8786.",
        ) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except (TimeoutError, distributed.TimeoutError):  # two classes before Python 3.11
            raise BadOption(
                f"--dask {address}: the cluster has no workers.", "Start some: dask worker ADDRESS"
            ) from None
        yield client.get_executor(pure=False)  # else what failed would have failed for good
