"""The article of each member state's name in French; data, no rules."""

_BY_ARTICLE = {
    "l’": "AF AL DZ AZ EG ID IR IQ UG UZ",
    "la": "CI GM GN GW GY JO LY MY MR PS SA SL SO SY TN TR",
    "le": "BD BJ BN BF CM TD GA KZ KW KG LB ML MA MZ NE NG PK QA SN SD SR TJ TG TM YE",
    "les": "KM MV AE",
}

ARTICLES: dict[str, str] = {
    iso: article for article, codes in _BY_ARTICLE.items() for iso in codes.split()
}
"""By ISO code; Bahrain, Djibouti and Oman have none."""
