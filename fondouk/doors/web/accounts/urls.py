"""`/<lang>/account/`: sign-in (django-allauth), the person's own pages, joining and registering a company."""

from django.urls import include, path

from fondouk.doors.web.accounts import views

account = [
    path("", views.profile, name="account_profile"),
    path("go/", views.go, name="account_go"),
    path("acting/", views.switch_company, name="account_acting"),
    path("companies/", views.companies, name="account_companies"),
    path("companies/new/", views.register_company, name="account_register_company"),
    path("invitations/<str:reference>/", views.invitation, name="account_invitation"),
    path("demo/", views.demo_people, name="account_demo"),
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
]
