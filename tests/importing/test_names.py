from nutgraf.importing.names import find_names


def test_a_body_is_known_by_a_word_of_its_name() -> None:
    text = "The Ministry of Works said no. She asked the Harbour Commission, the Bank of Velden and the Ministry."
    assert find_names([text]) == ((), ("Ministry of Works", "Harbour Commission", "Bank of Velden"))
