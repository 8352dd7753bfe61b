"""One view with one small template, without session and form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from fleksjob_site.serving.security import sessionless


@sessionless
def page(request: HttpRequest) -> HttpResponse:
    context = {"language": "en", "heading": "A bare page", "lines": [f"Line number {number}" for number in range(20)]}
    return render(request, "page.html", context)


urlpatterns = [path("", page)]
