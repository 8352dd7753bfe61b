"""The address of the income page."""

from django.urls import path

from salary import views

urlpatterns = [path("", views.income, name="income")]
