"""Addresses of the example persons; a person's key is the same in every language."""

from django.urls import include, path, register_converter
from django.utils.translation import gettext_lazy as _

from fleksjob_site.personas import views
from fleksjob_site.personas.persons import PERSONS, Person


class PersonConverter:
    """An example person by key."""

    regex = "[a-z]+"

    def to_python(self, value: str) -> Person:
        if value not in PERSONS:
            raise ValueError(value)
        return PERSONS[value]

    def to_url(self, value: Person) -> str:
        return value.key


register_converter(PersonConverter, "person")

of_one = [
    path("", views.example, name="example"),
    path(_("large/"), views.large, name="example-large"),
    path(_("use/"), views.use, name="use-example"),
]
urlpatterns = [
    path("", views.gallery, name="examples"),
    path("<person:person>/", include(of_one)),
]
