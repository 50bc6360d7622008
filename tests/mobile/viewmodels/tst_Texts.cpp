#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "viewmodels/AssetWords.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/Texts.h"
#include "viewmodels/Translations.h"

using namespace campus;
using namespace campus::viewmodels;

namespace {

// One ASCII name for every value of an enum of the domain that has one.
template <typename E>
QList<E> valuesOf(int first, int last)
{
    QList<E> values;
    for (int number = first; number <= last; ++number)
        values.append(static_cast<E>(number));
    return values;
}

QList<domain::Refusal> refusals()
{
    return valuesOf<domain::Refusal>(1, 8) + valuesOf<domain::Refusal>(20, 48) +
           valuesOf<domain::Refusal>(60, 85);
}

bool isChinese(const QString &text)
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    return text.contains(han);
}

} // namespace

// Every value has a word in both languages, and the Chinese one is Chinese.
class tst_Texts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyErrorHasItsSentence();
    void everyRefusalHasItsSentence();
    void refusalOfALaterVersion_isShownByItsName();
    void everyEnumHasItsWords();
    void codesOfTheRegister_haveWords();
    void unknownCodes_areShownAsTheyAre();
    void days_readLikeThatInBothLanguages();
    void due_countsDays();
    void ago_growsFromMinutesToDays();
    void amounts_areReadAndWritten();
    void assetWords_nameTheEarliestExpiry();

private:
    // The words of one vocabulary: none empty, all different, Chinese ones Chinese.
    void check(const std::function<QStringList()> &words)
    {
        QVERIFY(m_translations.use(QStringLiteral("en")));
        const QStringList english = words();
        QVERIFY(m_translations.use(QStringLiteral("zh_CN")));
        const QStringList chinese = words();
        for (qsizetype i = 0; i < english.size(); ++i) {
            QVERIFY2(!english[i].isEmpty(), qPrintable(QString::number(i)));
            QVERIFY2(!isChinese(english[i]), qPrintable(english[i]));
            QVERIFY2(isChinese(chinese[i]),
                     qPrintable(english[i] + QStringLiteral(" is not translated")));
        }
        QCOMPARE(QSet<QString>(english.begin(), english.end()).size(), english.size());
        QCOMPARE(QSet<QString>(chinese.begin(), chinese.end()).size(), chinese.size());
    }
    template <typename E>
    void checkEnum(int first, int last)
    {
        check([=] {
            QStringList words;
            for (const E value : valuesOf<E>(first, last))
                words.append(texts::of(value));
            return words;
        });
    }

    Translations m_translations;
};

void tst_Texts::everyErrorHasItsSentence()
{
    check([] {
        QStringList words;
        for (const ErrorCode code : valuesOf<ErrorCode>(1, 27))
            words.append(ErrorText::of(Error{code, "detail of the log"}));
        return words;
    });
    QCOMPARE(factsOf(ErrorCode::Internal).code, static_cast<ErrorCode>(27));
}

void tst_Texts::everyRefusalHasItsSentence()
{
    check([] {
        QStringList words;
        for (const domain::Refusal refusal : refusals())
            words.append(ErrorText::of(refusal));
        return words;
    });
    for (const domain::Refusal refusal : refusals())
        QCOMPARE(ErrorText::ofName(domain::nameOf(refusal)), ErrorText::of(refusal));
    QCOMPARE(ErrorText::of(domain::Refusal::None), QString());

    fieldwork::ActOutcome outcome;
    outcome.refusal = domain::Refusal::Superseded;
    outcome.at = 1'751'241'600'000; // 30 June 2025, 08:00
    QCOMPARE(ErrorText::of(outcome, QStringLiteral("倪家静")),
             QStringLiteral("倪家静 已先行处理（6月30日 08:00）。"));
    QCOMPARE(ErrorText::of(outcome), ErrorText::of(domain::Refusal::Superseded));
    outcome = {};
    outcome.missing.push_back({"bus.permit.licence", domain::Missing::What::Answer});
    QVERIFY(isChinese(ErrorText::of(outcome)));
}

void tst_Texts::refusalOfALaterVersion_isShownByItsName()
{
    QCOMPARE(ErrorText::ofName("moon_not_full"), QStringLiteral("moon_not_full"));
}

void tst_Texts::everyEnumHasItsWords()
{
    checkEnum<domain::Role>(1, 8);
    checkEnum<domain::HazardState>(0, 7);
    checkEnum<domain::Level>(1, 2);
    checkEnum<domain::Source>(1, 4);
    checkEnum<domain::AssetKind>(1, 5);
    checkEnum<domain::FailAction>(1, 7);
    checkEnum<domain::DelayReason>(0, 8);
    checkEnum<domain::Outcome>(0, 3);
    checkEnum<domain::HazardActKind>(1, 24);
    checkEnum<domain::Missing::What>(0, 4);
    checkEnum<store::Delivery>(1, 4);
    checkEnum<sync::Phase>(1, 6);
}

void tst_Texts::codesOfTheRegister_haveWords()
{
    const auto words = [](QString (*of)(std::string_view),
                          std::initializer_list<const char *> codes) {
        return [of, list = QList<const char *>(codes)] {
            QStringList found;
            for (const char *code : list)
                found.append(of(code));
            return found;
        };
    };
    check(words(texts::schoolType, {"kindergarten", "primary", "junior", "nine_year", "senior",
                                    "vocational", "special"}));
    check(words(texts::ownership, {"public", "private"}));
    check(words(texts::schoolStatus, {"active", "closed", "merged"}));
    check(words(texts::inspectionType, {"supervision", "spot", "unannounced", "self"}));
    check(words(texts::category,
                {"BUS",   "FOOD",      "FLOOD",     "BLDG",        "FIRE",      "SEC",
                 "DROWN", "TRAF",      "EQPT",      "LAB",         "CROWD",     "SPORT",
                 "HYG",   "WORKS",     "BULLY",     "CARE",        "MGMT",      "STAB",
                 "OTHER", "BUS.EQUIP", "FIRE.EXIT", "FOOD.SAMPLE", "FLOOD.LOW", "SEC.TECH"}));
    check(words(texts::judgementReason,
                {"below_min", "above_max", "against_register", "register_unknown", "expired",
                 "expires_soon", "too_old", "in_future", "negative", "incomplete"}));
    QCOMPARE(texts::category("BUS.EQUIP"), QStringLiteral("校车安全·安全设备"));
}

void tst_Texts::unknownCodes_areShownAsTheyAre()
{
    QCOMPARE(texts::schoolType("academy"), QStringLiteral("academy"));
    QCOMPARE(texts::category("SPACE.ROCKET"), QStringLiteral("SPACE"));
    QCOMPARE(texts::judgementReason("yes"), QString());
}

void tst_Texts::days_readLikeThatInBothLanguages()
{
    const Day day = *Day::from(2025, 6, 30);
    QVERIFY(m_translations.use(QStringLiteral("zh_CN")));
    QCOMPARE(texts::day(day), QStringLiteral("2025年6月30日"));
    QCOMPARE(texts::shortDay(day, *Day::from(2025, 1, 1)), QStringLiteral("6月30日"));
    QCOMPARE(texts::shortDay(day, *Day::from(2026, 1, 1)), QStringLiteral("2025年6月30日"));
    QCOMPARE(texts::moment(day.begin() + 90 * 60'000), QStringLiteral("6月30日 01:30"));
    QVERIFY(m_translations.use(QStringLiteral("en")));
    QCOMPARE(texts::day(day), QStringLiteral("30 Jun, 2025"));
    QCOMPARE(texts::moment(day.begin()), QStringLiteral("30 Jun at 00:00"));
}

void tst_Texts::due_countsDays()
{
    const Day today = *Day::from(2025, 6, 30);
    QVERIFY(m_translations.use(QStringLiteral("zh_CN")));
    QCOMPARE(texts::due(today + 3, today), QStringLiteral("还剩 3 天（7月3日）"));
    QCOMPARE(texts::due(today, today), QStringLiteral("今天到期（6月30日）"));
    QCOMPARE(texts::due(today - 2, today), QStringLiteral("逾期 2 天（6月28日）"));
    QCOMPARE(texts::due(std::nullopt, today), QString());
    QVERIFY(m_translations.use(QStringLiteral("en")));
    QCOMPARE(texts::due(today + 1, today), QStringLiteral("1 day left (1 Jul)"));
    QCOMPARE(texts::due(today - 2, today), QStringLiteral("2 days overdue (28 Jun)"));
}

void tst_Texts::ago_growsFromMinutesToDays()
{
    QVERIFY(m_translations.use(QStringLiteral("en")));
    const Millis now = Day::from(2025, 6, 30)->begin() + 20 * 3'600'000;
    const Millis minute = 60'000;
    QCOMPARE(texts::ago(now - 10'000, now), QStringLiteral("just now"));
    QCOMPARE(texts::ago(now - minute, now), QStringLiteral("1 minute ago"));
    QCOMPARE(texts::ago(now - 59 * minute, now), QStringLiteral("59 minutes ago"));
    QCOMPARE(texts::ago(now - 3 * 60 * minute, now), QStringLiteral("3 hours ago"));
    QCOMPARE(texts::ago(now - 30 * 60 * minute, now), QStringLiteral("1 day ago"));
    QCOMPARE(texts::ago(now - 20 * kDayMillis, now), QStringLiteral("10 Jun"));
    QCOMPARE(texts::ago(now + 60 * minute, now),
             QStringLiteral("30 Jun at 21:00")); // a clock was set back
}

void tst_Texts::amounts_areReadAndWritten()
{
    QCOMPARE(texts::centsOf(QStringLiteral("1200.5")), std::optional<std::int64_t>(120'050));
    QCOMPARE(texts::centsOf(QStringLiteral(" 1,200 ")), std::optional<std::int64_t>(120'000));
    QCOMPARE(texts::centsOf(QStringLiteral("0.07")), std::optional<std::int64_t>(7));
    for (const char *wrong : {"", "-3", "1.234", "abc", "1e9", ".5", "9999999999999", "1.2.3"})
        QVERIFY2(!texts::centsOf(QString::fromLatin1(wrong)), wrong);
    QVERIFY(m_translations.use(QStringLiteral("zh_CN")));
    QCOMPARE(texts::yuan(120'050), QStringLiteral("1,200.50 元"));
    QCOMPARE(texts::octets(18 * 1024 * 1024), QStringLiteral("18 MB"));
    QCOMPARE(texts::octets(0), QStringLiteral("0.0 MB"));
    QCOMPARE(texts::octets(100), QStringLiteral("不足 0.1 MB"));
    QCOMPARE(texts::officialNumber({}), QStringLiteral("待服务器编号"));
    QCOMPARE(texts::officialNumber(QStringLiteral("YH-1")), QStringLiteral("YH-1"));
}

void tst_Texts::assetWords_nameTheEarliestExpiry()
{
    QVERIFY(m_translations.use(QStringLiteral("zh_CN")));
    const Day today = *Day::from(2025, 6, 30);
    domain::Asset bus;
    bus.kind = domain::AssetKind::Bus;
    bus.fields["approved_seats"] = 29.0;
    bus.fields["operator"] = std::string("school");
    bus.fields["plate_valid_until"] = std::string("2025-07-20");
    bus.fields["insurance_valid_until"] = std::string("2026-07-20");
    QCOMPARE(words::detailOf(bus), QStringLiteral("核载 29 人 · 学校自营"));
    QCOMPARE(words::expiryOf(bus, today), QStringLiteral("校车标牌将于7月20日到期"));
    bus.fields["inspection_valid_until"] = std::string("2025-06-29");
    QCOMPARE(words::expiryOf(bus, today), QStringLiteral("安全技术检验已于6月29日到期"));
    bus.fields["plate_valid_until"] = std::string("2027-01-01");
    bus.fields["inspection_valid_until"] = std::string("not a day");
    QCOMPARE(words::expiryOf(bus, today), QString());
    QCOMPARE(words::detailOf(domain::Asset{}), QString());
}

QTEST_MAIN(tst_Texts)
#include "tst_Texts.moc"
