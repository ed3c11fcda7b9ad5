"""Evidence and bank accounts are private rows; accepted evidence is told publicly through a view without documents."""

from typing import ClassVar

from django.db import migrations

from fondouk.engines.tables.policies import PartyPolicy

_VIEW = """
    CREATE VIEW companies_trust_fact AS
    SELECT proof.id, proof.company_id, proof.kind, proof.scheme,
           coalesce(issuing.name, proof.issuer) AS issuer,
           CASE WHEN proof.kind = 'certificate' THEN proof.number ELSE '' END AS number,
           proof.valid_from, proof.valid_until
    FROM companies_evidence AS proof
    LEFT JOIN companies_company AS issuing ON issuing.id = proof.issuer_company_id
    WHERE proof.state = 'ACCEPTED'
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("companies", "0001_initial")]
    operations: ClassVar = [
        PartyPolicy("companies_evidence", ["company_id", "issuer_company_id"]),
        PartyPolicy("companies_bankaccount", ["company_id"]),
        migrations.RunSQL(_VIEW, "DROP VIEW companies_trust_fact"),
    ]
