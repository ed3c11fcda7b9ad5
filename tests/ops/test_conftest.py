"""What the other tests take for granted about their database."""

import psycopg
import pytest
from django.db import connection

from fondouk.engines.tables import scope
from tests import databases


@pytest.mark.django_db
def test_tests_connect_as_the_app_role_in_system_scope():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (databases.app_role(), False, False)
    assert scope.current() == (None, "system")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("run", [1, 2])
def test_a_transactional_test_leaves_nothing(run):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_session")
        assert cursor.fetchone() == (0,)
        cursor.execute("INSERT INTO django_session VALUES ('one', 'data', now())")


@pytest.mark.django_db(transaction=True)
def test_a_flush_keeps_what_migrations_wrote():
    with psycopg.connect(databases.owner_url(connection.settings_dict["NAME"])) as owner:
        connection.ops.execute_sql_flush([])
        assert owner.execute("SELECT count(*) FROM django_migrations").fetchone() != (0,)
