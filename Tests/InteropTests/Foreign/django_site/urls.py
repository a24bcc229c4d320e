"""The pages of the site."""

import django_cas_ng.views
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.urls import path
from django_cas_ng.models import ProxyGrantingTicket


def home(request):
    return HttpResponse("home")


@login_required
def protected(request):
    return JsonResponse({"user": request.user.username, "attributes": request.session.get("attributes") or {}})


@login_required
def proxy_ticket(request):
    return HttpResponse(ProxyGrantingTicket.retrieve_pt(request, request.GET["service"]))


urlpatterns = [
    path("", home),
    path("protected", protected),
    path("proxy-ticket", proxy_ticket),
    path("accounts/login", django_cas_ng.views.LoginView.as_view(), name="cas_ng_login"),
    path("accounts/logout", django_cas_ng.views.LogoutView.as_view(), name="cas_ng_logout"),
    path("accounts/callback", django_cas_ng.views.CallbackView.as_view(), name="cas_ng_proxy_callback"),
]
