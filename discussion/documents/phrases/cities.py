"""Cities where meetings of member states are held, in French and Arabic; data, no rules."""

_NAMES = """
Abidjan              Abidjan              أبيدجان
Abu Dhabi            Abou Dhabi           أبو ظبي
Abuja                Abuja                أبوجا
Addis Ababa          Addis-Abeba          أديس أبابا
Aden                 Aden                 عدن
Alexandria           Alexandrie           الإسكندرية
Algiers              Alger                الجزائر العاصمة
Almaty               Almaty               ألماتي
Amman                Amman                عمّان
Ankara               Ankara               أنقرة
Antalya              Antalya              أنطاليا
Ashgabat             Achgabat             عشق أباد
Astana               Astana               أستانا
Baghdad              Bagdad               بغداد
Baku                 Bakou                باكو
Bamako               Bamako               باماكو
Bandar Seri Begawan  Bandar Seri Begawan  بندر سري بيغاوان
Banjul               Banjul               بانجول
Beirut               Beyrouth             بيروت
Bishkek              Bichkek              بيشكيك
Bissau               Bissau               بيساو
Bursa                Bursa                بورصة
Cairo                Le Caire             القاهرة
Casablanca           Casablanca           الدار البيضاء
Conakry              Conakry              كوناكري
Cotonou              Cotonou              كوتونو
Dakar                Dakar                داكار
Damascus             Damas                دمشق
Dhaka                Dacca                دكا
Djibouti             Djibouti             جيبوتي
Doha                 Doha                 الدوحة
Douala               Douala               دوالا
Dubai                Doubaï               دبي
Dushanbe             Douchanbé            دوشنبه
Fez                  Fès                  فاس
Freetown             Freetown             فريتاون
Gaza                 Gaza                 غزة
Geneva               Genève               جنيف
Georgetown           Georgetown           جورجتاون
Islamabad            Islamabad            إسلام أباد
Istanbul             Istanbul             إسطنبول
Izmir                Izmir                إزمير
Jakarta              Jakarta              جاكرتا
Jeddah               Djeddah              جدة
Jerusalem            Jérusalem            القدس
Kabul                Kaboul               كابول
Kampala              Kampala              كمبالا
Karachi              Karachi              كراتشي
Khartoum             Khartoum             الخرطوم
Konya                Konya                قونية
Kuala Lumpur         Kuala Lumpur         كوالالمبور
Kuwait City          Koweït               مدينة الكويت
Lagos                Lagos                لاغوس
Lahore               Lahore               لاهور
Libreville           Libreville           ليبرفيل
Lomé                 Lomé                 لومي
Madinah              Médine               المدينة المنورة
Makkah               La Mecque            مكة المكرمة
Malé                 Malé                 ماليه
Manama               Manama               المنامة
Maputo               Maputo               مابوتو
Marrakech            Marrakech            مراكش
Marrakesh            Marrakech            مراكش
Moroni               Moroni               موروني
Mogadishu            Mogadiscio           مقديشو
Muscat               Mascate              مسقط
N'Djamena            N’Djamena            نجامينا
New York             New York             نيويورك
Niamey               Niamey               نيامي
Nouakchott           Nouakchott           نواكشوط
Ouagadougou          Ouagadougou          واغادوغو
Paramaribo           Paramaribo           باراماريبو
Penang               Penang               بينانغ
Porto-Novo           Porto-Novo           بورتو نوفو
Putrajaya            Putrajaya            بوتراجايا
Rabat                Rabat                الرباط
Ramallah             Ramallah             رام الله
Riyadh               Riyad                الرياض
Samarkand            Samarcande           سمرقند
Sana'a               Sanaa                صنعاء
Sharjah              Charjah              الشارقة
Sharm el-Sheikh      Charm el-Cheikh      شرم الشيخ
Surabaya             Surabaya             سورابايا
Tangier              Tanger               طنجة
Tashkent             Tachkent             طشقند
Tehran               Téhéran              طهران
Tirana               Tirana               تيرانا
Tripoli              Tripoli              طرابلس
Tunis                Tunis                تونس
Yaoundé              Yaoundé              ياوندي
"""

_ROWS = (
    tuple(part.strip() for part in (r[:21], r[21:42], r[42:])) for r in _NAMES.split("\n")[1:-1]
)

CITIES: dict[str, tuple[str, str]] = {
    english.casefold(): (french, arabic) for english, french, arabic in _ROWS
}
"""French and Arabic name by the English one in small letters."""
