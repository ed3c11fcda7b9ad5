"""The command line: every command leads to a function, and says what it is for."""

import socket

import pytest

from fondouk import cli
from fondouk.doors.ops import supervisor, welcome


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_leads_somewhere(name):
    assert callable(cli.COMMANDS[name].load())


def test_without_a_command_it_says_which_there_are(capsys):
    assert cli.main([]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in cli.COMMANDS)


def test_an_unknown_command_is_refused(capsys):
    assert cli.main(["dance"]) == 2
    assert "'dance'" in capsys.readouterr().err


def test_a_taken_port_is_named_with_the_way_out(capsys, monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        assert supervisor.demo([]) == 1
    assert f"PORT={port + 1}" in capsys.readouterr().err


def test_the_welcome_names_address_people_and_password(tmp_path):
    text = welcome.text("http://localhost:8000", tmp_path, 12.4)
    for wanted in ("http://localhost:8000", "after 12 s", "dana@", "khadija@", "password"):
        assert wanted in text


def test_a_process_that_keeps_falling_is_started_less_and_less_often(monkeypatch):
    child = supervisor.Child("worker")
    started = []
    monkeypatch.setattr(supervisor.Child, "start", lambda self: started.append(self.resume_at))

    class Fallen:
        def poll(self):
            return 1

    pauses = []
    for _ in range(8):
        child.process, child.started_at = Fallen(), supervisor.time.monotonic()
        child.watch()
        pauses.append(round(child.resume_at - supervisor.time.monotonic(), 1))
    assert pauses == sorted(pauses)
    assert pauses[-1] <= supervisor.PAUSE_SECONDS_MAX
    assert started == []
