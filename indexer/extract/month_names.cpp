#include "indexer/extract/month_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace pantau {
namespace {

/// The names of each month, in January, February, ... order, separated by spaces: English,
/// Indonesian, Malay, German, French, Spanish, Italian, Portuguese, Dutch, then Scandinavian,
/// Romanian, Turkish, Czech, Polish, Finnish, Russian, Ukrainian, Arabic, as dates decline them,
/// and those of Unicode CLDR 42 for the other languages with words that white space parts.
constexpr std::array<std::string_view, 12> names{
    "january jan januari januar jänner janvier janv enero ene gennaio gen janeiro ianuarie"
    " ocak ledna stycznia tammikuuta января січня يناير Ιαν ינואר בינואר ינו בינו جنوری"
    " ژانویه januára јануар јан януари яну јануари sausio janvāris jaanuar janúar იან"
    " հունվարի հնվ yanvar janar januarie gener xaneiro",
    "february feb februari pebruari peb februar février fevrier févr fév febrero febbraio"
    " fevereiro fev februarie şubat Şubat února lutego helmikuuta февраля лютого فبراير Φεβ"
    " פברואר בפברואר פבר בפבר فروری فوریه februára фебруар феб февруари фев vasario februāris"
    " veebruar febrúar pebrero თებ փետրվարի փտվ fevral shkurt febrer febreiro",
    "march mar maret mac märz mars marzo março maart mrt marts martie mart března marca"
    " maaliskuuta марта березня مارس Μαρτίου Μαρ מרץ במרץ مارچ machi март мар kovo märts"
    " marso მარტი მარ մարտի մրտ març marec",
    "april apr avril avr abril abr aprile aprilie nisan dubna kwietnia huhtikuuta апреля"
    " квітня أبريل Απριλίου Απρ אפריל באפריל אפר באפר اپریل آوریل aprili apríla април апр"
    " balandžio aprīlis aprill apríl აპრ ապրիլի ապր aprel prill",
    "may mei mai mayo maggio mag maio maj mayıs května maja toukokuuta мая травня مايو Μαΐου"
    " Μαΐ מאי במאי مئی مه mája máj мај май gegužės maijs maí მაისი მაი մայիսի մյս maig",
    "june jun juni juin junio giugno giu junho iunie haziran června czerwca kesäkuuta июня"
    " червня يونيو Ιουνίου Ιουν יוני ביוני جون ژوئن júna jún јун юни јуни birželio birž"
    " jūnijs jūn juuni júní hunyo ივნ հունիսի հնս iyun qershor junie juny xuño junij",
    "july jul juli julai juillet juil julio luglio lug julho iulie temmuz července lipca"
    " heinäkuuta июля липня يوليو Ιουλίου Ιουλ יולי ביולי جولائی ژوئیه júla júl јул юли јули"
    " liepos jūlijs jūl juuli júlí hulyo ივლ հուլիսի հլս iyul korrik julie juliol xullo julij",
    "august aug agustus agu agt ags agust ogos ogo août aout agosto ago augustus augusti"
    " ağustos srpna sierpnia elokuuta августа серпня أغسطس Αυγ אוגוסט באוגוסט אוג באוג اگست"
    " اوت agosti augusta август авг rugpjūčio augusts ágúst ágú აგვ օգոստոսի օգս avqust"
    " avgust gusht agost",
    "september sep sept septembre septiembre settembre set setembro septembrie eylül září"
    " września syyskuuta сентября вересня سبتمبر Σεπ ספטמבר בספטמבר ספט בספט ستمبر سپتامبر"
    " septemba septembra сеп септ rugsėjo septembris setyembre სექ սեպ sentyabr sentabr"
    " shtator setembre",
    "october oct oktober okt octobre octubre ottobre ott outubro out octombrie ekim října"
    " października lokakuuta октября жовтня أكتوبر Οκτ אוקטובר באוקטובר אוק באוק اکتوبر اکتبر"
    " oktoba októbra октобар окт октомври spalio oktobris oktoober október oktubre ოქტ հոկ"
    " oktyabr oktabr tetor",
    "november nov nopember nop novembre noviembre novembro noiembrie kasım listopadu"
    " listopada marraskuuta ноября листопада نوفمبر Νοε נובמבר בנובמבר נוב בנוב نومبر نوامبر"
    " novemba novembra новембар нов ноември ное ноем lapkričio novembris nóvember nóv"
    " nobyembre ნოე նոյ noyabr nëntor nën",
    "december dec desember des disember dis dezember dez décembre decembre déc diciembre dic"
    " dicembre dezembro decembrie aralık prosince grudnia joulukuuta декабря грудня ديسمبر"
    " Δεκ דצמבר בדצמבר דצמ בדצמ دسمبر دسامبر desemba decembra децембар дец декември дек"
    " gruodžio decembris detsember disyembre დეკ դեկ dekabr dhjetor desembre decembro",
};

/// Names that cannot be cut as a word first, separated by bars: Thai, Lao, Burmese and Khmer have
/// no spaces, Levantine Arabic has one in its names, and those of South Asia are long (CLDR 42).
// clang-format off
constexpr std::array<std::string_view, 12> long_names{
    "كانون الثاني|জানুয়ারী|જાન્યુઆરી|ဇန်နဝါရီ|जानेवारी|มกราคม|ມັງກອນ|ജനുവരി|ජනවාරි|जनवरी"
    "|ஜனவரி|జనవరి|ਜਨਵਰੀ|ม.ค.|ມ.ກ.|មករា",
    "ফেব্রুয়ারী|กุมภาพันธ์|ဖေဖော်ဝါရီ|फेब्रुवारी|फेब्रुअरी|ഫെബ്രുവരി|ફેબ્રુઆરી|பிப்ரவரி"
    "|ఫిబ్రవరి|පෙබරවාරි|កុម្ភៈ|फ़रवरी|ਫ਼ਰਵਰੀ|ກຸມພາ|ก.พ.|ກ.ພ.|شباط",
    "മാർച്ച്|มีนาคม|மார்ச்|మార్చి|මාර්තු|มี.ค.|मार्च|মার্চ|માર્ચ|ມີນາ|ມ.ນ.|មីនា|آذار|ਮਾਰਚ|မတ်",
    "අප්‍රේල්|ఏప్రిల్|เมษายน|अप्रैल|এপ্রিল|ஏப்ரல்|अप्रिल|एप्रिल|ഏപ്രിൽ|"
    "એપ્રિલ|"
    "ਅਪ੍ਰੈਲ|"
    "เม."
    "ย."
    "|نيسان|ເມສາ|ມ.ສ.|ဧပြီ|មេសា",
    "พฤษภาคม|ພຶດສະພາ|พ.ค.|ພ.ພ.|ឧសភា|أيار|മേയ്|මැයි|မေ|मई|মে|மே|मे|మే|મે|ਮਈ",
    "มิถุนายน|ມິຖຸນາ|មិថុនា|حزيران|มิ.ย.|ມິ.ຖ.|ဇွန်|ஜூன்|జూన్|ජූනි|जून|জুন|जुन|ജൂൺ|જૂન|ਜੂਨ",
    "กรกฎาคม|ກໍລະກົດ|ဇူလိုင်|កក្កដា|जुलाई|জুলাই|જુલાઈ|ਜੁਲਾਈ|ก.ค.|ກ.ລ.|تموز|ஜூலை|जुलै|జులై"
    "|ജൂലൈ|ජූලි",
    "ഓഗസ്റ്റ്|สิงหาคม|අගෝස්තු|ஆகஸ்ட்|ఆగస్టు|ສິງຫາ|ဩဂုတ်|अगस्त|আগস্ট|अगस्ट|ऑगस्ट|ઑગસ્ટ|ส.ค."
    "|ສ.ຫ.|សីហា|ਅਗਸਤ|آب",
    "සැප්තැම්බර්|সেপ্টেম্বর|செப்டம்பர்|सेप्टेम्बर|సెప్టెంబర్|സെപ്റ്റംബർ|સપ્ટેમ્બર|စက်တင်ဘာ"
    "|सप्टेंबर|กันยายน|सितंबर|ກັນຍາ|កញ្ញា|أيلول|ਸਤੰਬਰ|ก.ย.|ກ.ຍ.",
    "تشرين "
    "الأول|အောက်တိုဘာ|அக்டோபர்|అక్టోబర్|ഒക്‌ടോബർ|"
    "ඔක්තෝබර්|"
    "अक्तूबर|"
    "অক্টোবর|"
    "अक्टोबर"
    "|ऑक्टोबर|ઑક્ટોબર|ตุลาคม|ਅਕਤੂਬਰ|ต.ค.|ຕຸລາ|ຕ.ລ.|តុលា",
    "تشرين الثاني|พฤศจิกายน|नोव्हेंबर|නොවැම්බර්|နိုဝင်ဘာ|វិច្ឆិកា|नोभेम्बर|নভেম্বর|நவம்பர்"
    "|નવેમ્બર|నవంబర్|ພະຈິກ|नवंबर|നവംബർ|ਨਵੰਬਰ|พ.ย.|ພ.ຈ.",
    "كانون الأول|දෙසැම්බර්|ডিসেম্বর|டிசம்பர்|डिसेम्बर|డిసెంబర్|ડિસેમ્બર|ธันวาคม|ဒီဇင်ဘာ"
    "|डिसेंबर|दिसंबर|ഡിസംബർ|ທັນວາ|ਦਸੰਬਰ|ธ.ค.|ທ.ວ.|ធ្នូ",
};
// clang-format on

std::unordered_map<std::string, unsigned> month_table() {
  std::unordered_map<std::string, unsigned> table;
  for (unsigned month = 1; month <= names.size(); ++month) {
    std::string_view rest = names[month - 1];
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      table.emplace(rest.substr(0, end), month);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return table;
}

}  // namespace

unsigned month_number(std::string_view word) {
  constexpr std::size_t longest = 16;  // bytes
  if (word.size() < 3 || word.size() > longest) return 0;
  static const auto table = month_table();
  std::string key{word};
  for (char& c : key)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  const auto row = table.find(key);
  return row == table.end() ? 0 : row->second;
}

LongMonth long_month(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0xD8) return {};
  LongMonth longest;
  for (unsigned month = 1; month <= long_names.size(); ++month) {
    for (std::string_view rest = long_names[month - 1]; !rest.empty();) {
      const auto end = std::min(rest.find('|'), rest.size());
      if (end > longest.size && text.starts_with(rest.substr(0, end))) longest = {end, month};
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return longest;
}

}  // namespace pantau
