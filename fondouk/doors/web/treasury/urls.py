"""`/desk/treasury|statements|suspense|payouts|payment-files/` for the operator, `/sell/payouts/` for suppliers,
`/buy/refunds/` for buyers."""

from django.urls import path

from fondouk.doors.web.treasury import payouts, senders, statements, tables

desk = [
    path("treasury/", statements.overview, name="desk_treasury"),
    path("statements/", statements.statements, name="desk_statements"),
    path("statements/tables/", tables.upload, name="desk_statement_tables"),
    path("statements/tables/<str:file>/", tables.table, name="desk_statement_table"),
    path("statements/<str:reference>/", statements.statement, name="desk_statement"),
    path("suspense/", statements.suspense, name="desk_suspense"),
    path("suspense/<str:reference>/assignment/", statements.assign, name="desk_suspense_assignment"),
    path("suspense/<str:reference>/return/", senders.send_back, name="desk_suspense_return"),
    path("payouts/", payouts.payouts, name="desk_payouts"),
    path("payouts/<str:reference>/", payouts.payout, name="desk_payout"),
    path("payouts/<str:reference>/approval/", payouts.approve, name="desk_payout_approval"),
    path("payouts/<str:reference>/rejection/", payouts.reject, name="desk_payout_rejection"),
    path("payouts/<str:reference>/keeping/", payouts.keep, name="desk_payout_keeping"),
    path("payment-files/", payouts.file, name="desk_payment_files"),
    path("payment-files/<str:reference>/", payouts.download, name="desk_payment_file"),
]
sell = [
    path("payouts/", payouts.own, name="sell_payouts"),
    path("payouts/<str:reference>/", payouts.own_one, name="sell_payout"),
]
buy = [
    path("refunds/", payouts.refunds, name="buy_refunds"),
    path("refunds/<str:reference>/", payouts.refund, name="buy_refund"),
]
