"""What is private is found to the letter; what only looks like it stays."""

import pytest

from training.data.private.redact import found_in, private_spans, redacted


def found(text: str) -> dict[str, str]:
    return {text[span.start : span.end]: span.kind for span in private_spans(text)}


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("Write to ana.b+orders@mail.example.net, please.", "ana.b+orders@mail.example.net", "email"),
        ("ana (at) example (dot) com", "ana (at) example (dot) com", "email"),
        ("call +1 (212) 555-0128 today", "+1 (212) 555-0128", "phone"),
        ("ring 415-555-0190.", "415-555-0190", "phone"),
        ("Tel. 030 23125 930", "030 23125 930", "phone"),
        ("reach me at +49 170 1234567", "+49 170 1234567", "phone"),
        ("my card 4111 1111 1111 1111 was", "4111 1111 1111 1111", "card"),
        ("amex 378282246310005", "378282246310005", "card"),
        ("to DE89 3704 0044 0532 0130 00 now", "DE89 3704 0044 0532 0130 00", "iban"),
        ("IBAN GB82WEST12345698765432.", "GB82WEST12345698765432", "iban"),
        ("SSN 536-90-4399", "536-90-4399", "national_id"),
        ("my NI number is QQ123456C, no: AB123456C", "AB123456C", "national_id"),
        ("DNI 12345678Z", "12345678Z", "national_id"),
        ("codice fiscale RSSMRA85T10A562S", "RSSMRA85T10A562S", "national_id"),
        ("CPF 529.982.247-25", "529.982.247-25", "national_id"),
        ("AHV 756.9217.0769.85", "756.9217.0769.85", "national_id"),
        ("Steuer-ID 86095742719", "86095742719", "national_id"),
        ("PESEL 44051401359", "44051401359", "national_id"),
        ("BSN 111222333", "111222333", "national_id"),
        ("logged in from 203.0.113.77 twice", "203.0.113.77", "ip"),
        ("from 2001:db8::8a2e:370:7334 again", "2001:db8::8a2e:370:7334", "ip"),
        ("I live at 742 Evergreen Terrace, thanks", "742 Evergreen Terrace", "address"),
        ("Hauptstraße 12", "Hauptstraße 12", "address"),
        ("My name is Ana Kovács and I", "Ana Kovács", "name"),
        ("Regards,\nTom Baker", "Tom Baker", "name"),
        ("key AKIAIOSFODNN7EXAMPLE here", "AKIAIOSFODNN7EXAMPLE", "secret"),
        ("token ghp_1XRjnHgqkhoJtMuRuRazgQkmHN5uEqTcOv8H", "ghp_1XRjnHgqkhoJtMuRuRazgQkmHN5uEqTcOv8H", "secret"),
        ("postgres://app:s3cr3t-pw@db.example.com/x", "s3cr3t-pw", "password"),
        ("the password is Winter!4886 and", "Winter!4886", "password"),
        ("db_password = 'hunter22'", "hunter22", "password"),
        ("Passwort: Sommer2024!", "Sommer2024!", "password"),
        ("api_key: 9f8b7c6d5e4f3a2b1c0d", "9f8b7c6d5e4f3a2b1c0d", "secret"),
    ],
)  # fmt: skip
def test_private_values_are_covered_with_their_kind(text: str, value: str, kind: str) -> None:
    assert found(text).get(value) == kind, found(text)


@pytest.mark.parametrize(
    "text",
    [
        "order 8094921330362974 has not come",
        "tracking number 4539578763621486 for my parcel",
        "(commit 4c3e737f543e6d0b55f6bc20400ad2db1e5ec8f1)",
        "id 123e4567-e89b-12d3-a456-426614174000",
        "md5 9e107d9d372bb6826bd81d3542a419d6",
        "upgrade to version 10.4.2.1 first",
        "Chrome 120.0.6099.109 fails",
        "section 1.2.3.4 of the manual",
        "ping 127.0.0.1",
        "between 2019-2023 and on 12.03.2024",
        "from 09:15 to 17:30 on 2025-03-01 10:15:30",
        "invoice 2024-000123-77 over 1,234,567.89 euros",
        "ISBN 978-3-16-148410-0",
        "the password is wrong, please reset it",
        "your password must be long enough",
        "Password: required",
        "password = os.environ['PW']",
        "the key is under the mat",
        "follow @support on the net",
        "a ratio of 1:2:3:4 or 10::20",
        "Dear customer, dear team, Hello there!",
        "He ran 100 meters in 9.58 seconds, a score of 121-15-93",
        "2 + 2 = 4, 12 x 12 = 144, 5000000 people",
        "We have 24 hour service and 3 way calls",
    ],
)  # fmt: skip
def test_look_alikes_are_left_alone(text: str) -> None:
    assert found(text) == {}


def test_the_same_value_keeps_its_placeholder_through_a_record() -> None:
    fields = {
        "messages": [
            {"role": "user", "content": "I am a@example.com, not b@example.com"},
            {"role": "assistant", "content": "Thanks, A@example.com."},
        ]
    }
    shown, log = redacted(fields, found_in(fields, pii=True, secret=True, personal=True))
    assert [turn["content"] for turn in shown["messages"]] == ["I am [EMAIL_1], not [EMAIL_2]", "Thanks, [EMAIL_1]."]
    assert log[2] == {"field": "messages[1].content", "kind": "email", "start": 8, "end": 21}


def test_the_companys_own_name_is_nobodys_name() -> None:
    text = "Hello Marlin Tours, is Marlin open?"
    assert [span.kind for span in private_spans(text)] == ["name", "name"][:1]
    assert private_spans(text, house=frozenset({"Marlin"})) == []


def test_a_column_that_is_named_for_a_person_is_private_as_a_whole() -> None:
    fields = {"customer_name": "Ana Kovács", "product_name": "Blue Kettle", "text": "hello"}
    shown, _ = redacted(fields, found_in(fields, pii=True, secret=True, personal=True))
    assert shown == {"customer_name": "[NAME_1]", "product_name": "Blue Kettle", "text": "hello"}


def test_a_private_key_goes_from_its_first_line_to_its_last() -> None:
    key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nAAAA\n-----END RSA PRIVATE KEY-----"
    assert found(f"here:\n{key}\nthanks") == {key: "secret"}
