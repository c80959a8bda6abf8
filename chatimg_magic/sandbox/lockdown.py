"""The operating system's limits, put on the worker before it reads any generated code, and their proof.

Sources: ``landlock(7)``, ``seccomp(2)``, ``bpf`` structures of ``linux/filter.h``, ``prctl(2)``, ``setrlimit(2)``.
"""

from __future__ import annotations

import ctypes
import errno
import math
import os
import platform
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable

ORPHAN_SECONDS = 1800
"""A worker never outlives this, even if its parent vanished and its code sleeps."""

# Landlock: file-access rights of each ABI version as bit counts, then network and scope bits.
_LANDLOCK_FS_BITS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_LANDLOCK_NET = 0b11
_LANDLOCK_SCOPES = 0b11
_SYS_LANDLOCK_CREATE, _SYS_LANDLOCK_RESTRICT = 444, 446
_PR_SET_NO_NEW_PRIVS = 38

# Without rt_sigprocmask and rt_sigaction: whoever can block a signal can outlive the orphan alarm.
_ALLOWED_CALLS = {
    "x86_64": {
        "read": 0, "write": 1, "close": 3, "fstat": 5, "lseek": 8, "munmap": 11, "brk": 12,
        "rt_sigreturn": 15, "sched_yield": 24, "mremap": 25, "madvise": 28,
        "nanosleep": 35, "getpid": 39, "exit": 60, "gettimeofday": 96, "sigaltstack": 131, "gettid": 186,
        "time": 201, "futex": 202, "restart_syscall": 219, "clock_gettime": 228, "clock_getres": 229,
        "clock_nanosleep": 230, "exit_group": 231, "getrandom": 318, "rseq": 334,
    },
    "aarch64": {
        "read": 63, "write": 64, "close": 57, "fstat": 80, "lseek": 62, "munmap": 215, "brk": 214,
        "rt_sigreturn": 139, "sched_yield": 124, "mremap": 216, "madvise": 233,
        "nanosleep": 101, "getpid": 172, "exit": 93, "gettimeofday": 169, "sigaltstack": 132, "gettid": 178,
        "futex": 98, "restart_syscall": 128, "clock_gettime": 113, "clock_getres": 114,
        "clock_nanosleep": 115, "exit_group": 94, "getrandom": 278, "rseq": 293,
    },
}  # fmt: skip
_MAPPING_CALLS = {"x86_64": (9, 10), "aarch64": (222, 226)}  # mmap, mprotect
_SECCOMP_CALL = {"x86_64": 317, "aarch64": 277}
_SECCOMP_SET_MODE_FILTER, _SECCOMP_FLAG_ALL_THREADS = 1, 1
_CLONE3 = 435
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def limit_resources(memory: int, seconds: int) -> bool:
    """Put rlimits on this process: bytes of memory, CPU seconds from now on, no files, no children; say if all held."""
    import resource

    seconds += math.ceil(time.process_time())
    limits = {
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_CPU: (seconds, seconds + 1),  # first a signal that tells its cause, then SIGKILL
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_NPROC: (0, 0),
        resource.RLIMIT_NOFILE: (16, 16),
        resource.RLIMIT_CORE: (0, 0),
    }
    held = True
    for which, (soft, hard) in limits.items():
        ceiling = resource.getrlimit(which)[1]
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        try:
            resource.setrlimit(which, (soft, hard))
        except (OSError, ValueError):  # macOS takes no limit below what is in use
            held = False
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt of the notebook is the parent's business
    signal.alarm(ORPHAN_SECONDS)
    return held


def end_with(pipe: int) -> None:
    """Have the kernel end this process, whatever it does, as soon as nobody holds the other end of a pipe any more.

    Code that closes the pipe is left to the limits. Source: ``F_SETSIG`` and ``O_ASYNC`` of ``fcntl(2)``, Linux only.
    """
    if sys.platform == "linux":
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(pipe, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)


def landlock() -> bool:
    """Deny every file, and TCP, signals and abstract sockets where the kernel's ABI has them."""
    if platform.system() != "Linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    abi = libc.syscall(_SYS_LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    if abi < 1:
        return False
    files = (1 << _LANDLOCK_FS_BITS.get(abi, 16)) - 1
    fields = [files]
    if abi >= 4:
        fields.append(_LANDLOCK_NET)
    if abi >= 6:
        fields.append(_LANDLOCK_SCOPES)
    ruleset = struct.pack(f"{len(fields)}Q", *fields)
    handle = libc.syscall(_SYS_LANDLOCK_CREATE, ruleset, ctypes.c_size_t(len(ruleset)), ctypes.c_uint32(0))
    if handle < 0:
        return False
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    done = bool(libc.syscall(_SYS_LANDLOCK_RESTRICT, ctypes.c_int(handle), ctypes.c_uint32(0)) == 0)
    os.close(handle)
    return done


def _filter_program(machine: str) -> bytes:
    """Assemble the BPF program: allow-list, no executable memory, everything else is an error."""
    load, jump_eq, jump_ge, jump_set, ret = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, kill = 0x7FFF0000, 0x80000000
    eperm, enosys = 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
    code: list[tuple[int, int, int, int]] = [
        (load, 0, 0, 4),  # seccomp_data.arch
        (jump_eq, 1, 0, _AUDIT_ARCH[machine]),
        (ret, 0, 0, kill),
        (load, 0, 0, 0),  # seccomp_data.nr
    ]
    if machine == "x86_64":
        code += [(jump_ge, 0, 1, 0x40000000), (ret, 0, 0, kill)]  # the x32 table
    code += [(jump_eq, 0, 1, _CLONE3), (ret, 0, 0, enosys)]  # glibc then tries clone, which is denied
    for number in _MAPPING_CALLS[machine]:
        # low word of args[2], the protection bits; 4 is PROT_EXEC
        code += [(jump_eq, 0, 4, number), (load, 0, 0, 32), (jump_set, 0, 1, 4), (ret, 0, 0, eperm), (ret, 0, 0, allow)]
    for number in _ALLOWED_CALLS[machine].values():
        code += [(jump_eq, 0, 1, number), (ret, 0, 0, allow)]
    code.append((ret, 0, 0, eperm))
    return b"".join(struct.pack("HBBI", *step) for step in code)


def seccomp() -> bool:
    """Allow about 25 system calls; all others fail."""
    machine = platform.machine()
    if platform.system() != "Linux" or machine not in _AUDIT_ARCH or sys.maxsize < 2**32:
        return False
    program = _filter_program(machine)
    buffer = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # a library may have started threads of its own; memory that code can corrupt is theirs too
    call, flags = ctypes.c_long(_SECCOMP_CALL[machine]), ctypes.c_uint(_SECCOMP_FLAG_ALL_THREADS)
    return bool(libc.syscall(call, ctypes.c_uint(_SECCOMP_SET_MODE_FILTER), flags, ctypes.c_char_p(header)) == 0)


def seatbelt() -> bool:
    """Deny all that macOS can deny: what is open already stays so. See ``sandbox_init(3)``."""
    if platform.system() != "Darwin":
        return False
    said = ctypes.c_char_p()
    init = ctypes.CDLL("/usr/lib/libsandbox.1.dylib").sandbox_init
    return bool(init(b"(version 1)(deny default)", ctypes.c_uint64(0), ctypes.byref(said)) == 0)


LAYERS: dict[str, Callable[[], bool]] = {"landlock": landlock, "seccomp": seccomp, "seatbelt": seatbelt}
"""The layers that deny, in the order in which they are put on."""


def lock(memory: int, seconds: int, layers: tuple[str, ...]) -> list[str]:
    """Put on the limits and the named layers; return the names of those whose calls succeeded."""
    if sys.platform == "win32":
        return []
    applied = ["rlimits"] if limit_resources(memory, seconds) else []
    return applied + [name for name in layers if LAYERS[name]()]


def _denied(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError as error:
        return error.errno in (errno.EPERM, errno.EACCES, errno.ENOSYS)
    return False


def _read() -> None:
    os.close(os.open(os.__file__, os.O_RDONLY))


def _write() -> None:
    # not the size limit but the file itself must be refused
    path = os.path.join(os.getcwd(), "probe") if _can_tell_folder() else "probe"
    handle = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    os.close(handle)
    os.unlink(path)


def _can_tell_folder() -> bool:
    try:
        os.getcwd()
    except OSError:
        return False
    return True


def _network() -> None:
    """Pass only if neither a TCP connection nor a datagram nor a Unix socket can leave."""
    failures = 0
    tries: tuple[tuple[int, int, Callable[[socket.socket], object]], ...] = (
        (socket.AF_INET, socket.SOCK_STREAM, lambda s: s.connect(("127.0.0.1", 9))),
        (socket.AF_INET, socket.SOCK_DGRAM, lambda s: s.sendto(b"", ("127.0.0.1", 9))),
        (socket.AF_UNIX, socket.SOCK_STREAM, lambda s: s.connect("\0chatimg-probe")),
    )
    for family, kind, act in tries:
        try:
            with socket.socket(family, kind) as opened:
                opened.settimeout(0.2)
                act(opened)
        except OSError as error:
            failures += error.errno in (errno.EPERM, errno.EACCES, errno.ENOSYS)
    if failures == 3:
        raise PermissionError(errno.EPERM, "denied")


def _fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def probe() -> dict[str, bool]:
    """Really try what must be denied; map each denial but ``exec`` to whether it was."""
    if sys.platform == "win32":
        return {}  # nothing there denies anything, and the tries mean other things: signal 0 is Ctrl-C
    tries: dict[str, Callable[[], object]] = {
        "read": _read,
        "write": _write,
        "list": lambda: os.listdir("/"),
        "network": _network,
        "fork": _fork,
        "signal": lambda: os.kill(os.getppid(), 0),
    }
    return {name: _denied(attempt) for name, attempt in tries.items()}


def probe_exec() -> bool:
    """Try to become another program; if that is not denied this process ends here, which its parent sees."""
    return sys.platform != "win32" and _denied(lambda: os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", ""]))
