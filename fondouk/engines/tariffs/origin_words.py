"""Every sentence a verdict of origin may say: a code for machines, English for people, marked for translation."""

from __future__ import annotations

from fondouk.kit.refusal import sentence

CRITERIA = {
    "product_rule": sentence("A product rule governs these goods: its text decides, not a percentage."),
    "no_materials": sentence("Enter what the goods are made of: the product rule looks at every input."),
    "input_excluded": sentence(
        "%(material)s (%(country)s) comes from heading %(heading)s, which the product rule excludes."
    ),
    "input_foreign": sentence("%(material)s (%(country)s) comes from elsewhere: hold it against the text of the rule."),
    "all_inputs_home": sentence("Every input entered is made here."),
    "wholly_obtained": sentence("Grown, caught or made here wholly: no input comes from elsewhere."),
    "new_and_different": sentence("The goods are a new and different article, not mixed, packed or diluted."),
    "input_transformed": sentence(
        "%(material)s (%(country)s) counts: it first became a new and different article here, then part of the goods."
    ),
    "input_not_counted": sentence("%(material)s (%(country)s) does not count: it comes from elsewhere."),
    "price": sentence("Enter the price at the factory gate: the percentage is of it."),
    "value_content": sentence(
        "Materials of the agreement's countries (%(materials)s) and direct processing (%(processing)s) "
        "in the price (%(price)s)."
    ),
    "foreign_content": sentence("What comes from outside the beneficiary countries in the price (%(price)s)."),
    "imported_directly": sentence(
        "Imported directly: no other country on the way, or only transhipped there under customs control."
    ),
    "southern_region": sentence("Goods of the southern regions: whether the agreement covers them needs a human."),
}

LACKING = {
    "direct_transport": sentence("Say how the goods travel: directly, or through another country."),
    "price": sentence("Enter the price at the factory gate."),
    "new_and_different_article": sentence("Say whether making them turns the inputs into a new and different article."),
    "southern_region": sentence("Goods of the southern regions: whether the agreement covers them needs a human."),
    "the product rule of Annex 4-A decides (textiles and rugs)": sentence(
        "The product rule of Annex 4-A decides (textiles and rugs): have somebody who knows it confirm."
    ),
    "apparel follows a rule of its own": sentence("Apparel follows a rule of its own: have somebody confirm it."),
    "the list rule of the agreement decides product by product": sentence(
        "The list rule of the agreement decides product by product: have somebody confirm it."
    ),
}

MARKED = {
    "textile_rules": sentence("Where textiles are from follows rules of its own: have somebody confirm it."),
    "wholly_obtained": sentence("Wholly obtained there."),
    "new_and_different": sentence("Not known until the bill says whether the goods are a new and different article."),
    "last_transformation": sentence("The last making of a new and different article happened there."),
    "all_inputs_home": sentence("Every input entered is made here."),
    "of_its_inputs": sentence("Mixing or packing makes no origin: it stays that of the inputs, and needs a human."),
}

NEEDED = {
    "mandatory": sentence("mandatory"),
    "listed goods only": sentence("for listed goods only"),
    "not required in general": sentence("not required in general"),
}

AGREEMENTS = {
    ("US", "MA"): sentence("US–Morocco Free Trade Agreement"),
    ("CA", "GPT"): sentence("General Preferential Tariff of Canada"),
    ("EU", "MA"): sentence("EU–Morocco Association Agreement"),
}

FORMS = {
    "importer_declaration": sentence("Importer's declaration: data elements, no form prescribed"),
    "exporter_statement": sentence("Exporter's statement of origin, or Form A"),
    "invoice_declaration": sentence("EUR.1, or a declaration on the invoice"),
}

ELEMENTS = {
    "importer": sentence("Importer: legal name, address, telephone, e-mail"),
    "signatory": sentence("Who signs for the importer, where somebody else does"),
    "exporter": sentence("Exporter: legal name, address, telephone, e-mail"),
    "producer": sentence("Producer: legal name, address, telephone, e-mail"),
    "description": sentence("Description of the goods"),
    "tariff_code": sentence("Tariff code"),
    "operations_and_costs": sentence("Operations performed and direct costs of processing"),
    "originating_materials": sentence("Materials of the agreement's countries and their value"),
    "transformed_materials": sentence("Foreign materials first made into a new and different article, and their value"),
    "foreign_materials": sentence("Other foreign materials, their origin and value"),
    "criterion": sentence("Origin criterion"),
    "direct_transport": sentence("How the goods travel"),
    "shipment": sentence("Quantity, numbers of packages, invoice and bill of lading"),
}
