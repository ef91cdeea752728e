#include "engine/source/encoding.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <span>

namespace py3k::engine {
namespace {

constexpr auto kCompatible = EncodingKind::kAsciiCompatible;
constexpr auto kTranscoded = EncodingKind::kTranscoded;

// Python 2.7's text encodings. Python finds the names in the first column by itself; the last column holds what its
// alias table adds. Where glibc's tables map a byte below 128 to anything but ASCII, as SJIS and JOHAB do with the
// backslash, another table that decodes the same characters stands here, or none.
constexpr auto kEncodings = std::to_array<Encoding>({
    {"utf-8", "UTF-8", EncodingKind::kUtf8, false, " u8 utf utf8ucs2 utf8ucs4 utf8sig cp65001 "},
    {"ascii", "ASCII", EncodingKind::kAscii, false,
     " 646 usascii ansix3.41968 cp367 ibm367 us iso646us csascii isoir6 "},
    {"iso-8859-1", "ISO-8859-1", kCompatible, false,
     " latin1 latin l1 8859 iso8859 cp819 ibm819 isoir100 isolatin1 csisolatin1 iso885911987 "},
    {"iso-8859-15", "ISO-8859-15", kCompatible, false, " latin9 l9 "},
    {"cp1252", "CP1252", kCompatible, false, " 1252 windows1252 "},
    {"iso-8859-2", "ISO-8859-2", kCompatible, false, " latin2 l2 isoir101 csisolatin2 iso885921987 "},
    {"iso-8859-3", "ISO-8859-3", kCompatible, false, " latin3 l3 isoir109 csisolatin3 iso885931988 "},
    {"iso-8859-4", "ISO-8859-4", kCompatible, false, " latin4 l4 isoir110 csisolatin4 iso885941988 "},
    {"iso-8859-5", "ISO-8859-5", kCompatible, false, " cyrillic isoir144 csisolatincyrillic iso885951988 "},
    {"iso-8859-6", "ISO-8859-6", kCompatible, false, " arabic asmo708 ecma114 isoir127 csisolatinarabic iso885961987 "},
    {"iso-8859-7", "ISO-8859-7", kCompatible, false,
     " greek greek8 ecma118 elot928 isoir126 csisolatingreek iso885971987 "},
    {"iso-8859-8", "ISO-8859-8", kCompatible, false, " hebrew isoir138 csisolatinhebrew iso885981988 "},
    {"iso-8859-9", "ISO-8859-9", kCompatible, false, " latin5 l5 isoir148 csisolatin5 iso885991989 "},
    {"iso-8859-10", "ISO-8859-10", kCompatible, false, " latin6 l6 isoir157 csisolatin6 iso8859101992 "},
    {"iso-8859-11", "ISO-8859-11", kCompatible, false, " thai iso8859112001 "},
    {"iso-8859-13", "ISO-8859-13", kCompatible, false, " latin7 l7 "},
    {"iso-8859-14", "ISO-8859-14", kCompatible, false, " latin8 l8 isoceltic isoir199 iso8859141998 "},
    {"iso-8859-16", "ISO-8859-16", kCompatible, false, " latin10 l10 isoir226 iso8859162001 "},
    {"cp1250", "CP1250", kCompatible, false, " 1250 windows1250 "},
    {"cp1251", "CP1251", kCompatible, false, " 1251 windows1251 "},
    {"cp1253", "CP1253", kCompatible, false, " 1253 windows1253 "},
    {"cp1254", "CP1254", kCompatible, false, " 1254 windows1254 "},
    {"cp1255", "CP1255", kCompatible, false, " 1255 windows1255 "},
    {"cp1256", "CP1256", kCompatible, false, " 1256 windows1256 "},
    {"cp1257", "CP1257", kCompatible, false, " 1257 windows1257 "},
    {"cp1258", "CP1258", kCompatible, false, " 1258 windows1258 "},
    {"koi8-r", "KOI8-R", kCompatible, false, " cskoi8r "},
    {"koi8-u", "KOI8-U", kCompatible},
    {"cp437", "CP437", kCompatible, false, " 437 ibm437 cspc8codepage437 "},
    {"cp720", "", kCompatible},
    {"cp737", "CP737", kCompatible},
    {"cp775", "CP775", kCompatible, false, " 775 ibm775 cspc775baltic "},
    {"cp850", "CP850", kCompatible, false, " 850 ibm850 cspc850multilingual "},
    {"cp852", "CP852", kCompatible, false, " 852 ibm852 cspcp852 "},
    {"cp855", "CP855", kCompatible, false, " 855 ibm855 csibm855 "},
    {"cp856", "CP856", kCompatible},
    {"cp857", "CP857", kCompatible, false, " 857 ibm857 csibm857 "},
    {"cp858", "CP858", kCompatible, false, " 858 ibm858 csibm858 "},
    {"cp860", "CP860", kCompatible, false, " 860 ibm860 csibm860 "},
    {"cp861", "CP861", kCompatible, false, " 861 ibm861 cpis csibm861 "},
    {"cp862", "CP862", kCompatible, false, " 862 ibm862 cspc862latinhebrew "},
    {"cp863", "CP863", kCompatible, false, " 863 ibm863 csibm863 "},
    {"cp865", "CP865", kCompatible, false, " 865 ibm865 csibm865 "},
    {"cp866", "CP866", kCompatible, false, " 866 ibm866 csibm866 "},
    {"cp869", "CP869", kCompatible, false, " 869 ibm869 cpgr csibm869 "},
    {"cp874", "CP874", kCompatible},
    {"cp1006", "", kCompatible},
    {"cp1125", "CP1125", kCompatible, false, " 1125 ibm1125 cp866u ruscii "},
    {"mac-roman", "MACINTOSH", kCompatible, false, " macroman macintosh "},
    {"mac-cyrillic", "MAC-CYRILLIC", kCompatible, false, " maccyrillic "},
    {"mac-latin2", "MAC-CENTRALEUROPE", kCompatible, false, " maclatin2 maccentraleurope maccenteuro "},
    {"mac-croatian", "", kCompatible},
    {"mac-romanian", "", kCompatible},
    {"mac-farsi", "", kCompatible},
    {"mac-arabic", "", kCompatible},
    {"mac-greek", "", kCompatible},
    {"mac-iceland", "MAC-IS", kCompatible},
    {"mac-turkish", "", kCompatible},
    {"palmos", "", kCompatible},
    {"hp-roman8", "HP-ROMAN8", kCompatible, false, " roman8 r8 cshproman8 cp1051 ibm1051 "},
    {"kz1048", "RK1048", kCompatible, false, " strk10482002 rk1048 "},
    {"ptcp154", "PT154", kCompatible, false, " csptcp154 pt154 cp154 cyrillicasian "},
    {"tis-620", "TIS-620", kCompatible, false, " tis6200 tis62025290 tis62025291 isoir166 "},
    {"euc-jp", "EUC-JP", kCompatible, false, " ujis "},
    {"euc-jis-2004", "EUC-JISX0213", kCompatible, false, " jisx0213 eucjis2004 "},
    {"euc-jisx0213", "EUC-JISX0213", kCompatible},
    {"euc-kr", "EUC-KR", kCompatible, false, " korean ksc5601 ksc56011987 ksx1001 "},
    {"gb2312", "GB2312", kCompatible, false, " chinese csiso58gb231280 euccn eucgb2312cn gb23121980 gb231280 isoir58 "},
    {"shift-jis", "CP932", kTranscoded, false, " csshiftjis sjis "},
    {"cp932", "CP932", kTranscoded, false, " 932 ms932 mskanji windows31j "},
    {"shift-jis-2004", "", kTranscoded, false, " sjis2004 "},
    {"shift-jisx0213", "", kTranscoded, false, " sjisx0213 "},
    {"gbk", "GBK", kTranscoded, false, " 936 cp936 ms936 "},
    {"gb18030", "GB18030", kTranscoded, false, " gb180302000 "},
    {"big5", "BIG5", kTranscoded, false, " big5tw csbig5 "},
    {"big5hkscs", "BIG5-HKSCS", kTranscoded, false, " hkscs "},
    {"cp949", "UHC", kTranscoded, false, " 949 ms949 uhc "},
    {"cp950", "CP950", kTranscoded, false, " 950 ms950 "},
    {"johab", "", kTranscoded, false, " cp1361 ms1361 "},
    {"hz", "", kTranscoded, true, " hzgb hzgb2312 "},
    {"iso-2022-jp", "ISO-2022-JP", kTranscoded, true, " csiso2022jp "},
    {"iso-2022-jp-1", "", kTranscoded, true},
    {"iso-2022-jp-2", "ISO-2022-JP-2", kTranscoded, true},
    {"iso-2022-jp-2004", "", kTranscoded, true},
    {"iso-2022-jp-3", "ISO-2022-JP-3", kTranscoded, true},
    {"iso-2022-jp-ext", "", kTranscoded, true},
    {"iso-2022-kr", "ISO-2022-KR", kTranscoded, true, " csiso2022kr "},
    {"utf-7", "UTF-7", kTranscoded, true, " u7 unicode11utf7 "},
});

bool is_separator(char c) { return c == '-' || c == '_' || c == ' '; }

std::string without_separators(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (is_separator(c)) continue;
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

// Emacs names end in the kind of newline, "utf-8-unix", and Python ignores that for its two favourites.
bool is_with_suffix(std::string_view name, std::string_view base) {
  return name.size() > base.size() && name.starts_with(base) && is_separator(name[base.size()]);
}

bool has_name(const Encoding& encoding, std::string_view plain_name) {
  if (without_separators(encoding.name) == plain_name) return true;
  const std::string delimited = " " + std::string(plain_name) + " ";
  return encoding.aliases.find(delimited) != std::string_view::npos;
}

// Owner of an iconv descriptor.
class Converter {
 public:
  Converter(std::string_view to, std::string_view from)
      : handle_(iconv_open(std::string(to).c_str(), std::string(from).c_str())) {}
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // The descriptor that stands for failure is the one whose bits are all set.
  bool is_open() const { return handle_ != iconv_t(-1); }  // NOLINT(performance-no-int-to-ptr)

  Expected<std::string> convert(std::string_view input) {
    std::string output;
    char* source = const_cast<char*>(input.data());  // iconv's signature is older than const
    std::size_t left = input.size();
    while (left > 0) {
      if (!step(&source, &left, output) && errno != E2BIG) {
        return failure("has bytes that its encoding does not allow, at offset " + std::to_string(input.size() - left));
      }
    }
    // Encodings with states end with the bytes that lead back to the first one.
    while (!step(nullptr, nullptr, output)) {
      if (errno != E2BIG) return failure("ends within a character of its encoding");
    }
    return output;
  }

 private:
  // One call of iconv. True if it consumed all its input; else errno says why not.
  bool step(char** source, std::size_t* left, std::string& output) {
    std::array<char, 16384> buffer;
    char* target = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t result = iconv(handle_, source, left, &target, &room);
    const int error = errno;
    output.append(buffer.data(), buffer.size() - room);
    errno = error;
    // A positive result counts characters that were replaced by similar ones; glibc has none for what we ask for.
    return result != static_cast<std::size_t>(-1);
  }

  iconv_t handle_;
};

Expected<std::string> convert(const Encoding& encoding, std::string_view text, bool to_utf8) {
  if (!encoding.iconv_name.empty()) {
    Converter converter(to_utf8 ? "UTF-8" : encoding.iconv_name, to_utf8 ? encoding.iconv_name : "UTF-8");
    if (converter.is_open()) return converter.convert(text);
  }
  return failure("is in the encoding " + std::string(encoding.name) + ", which this system's iconv can't convert",
                 "convert it to UTF-8 first");
}

std::uint64_t load_word(const char* bytes) {
  std::uint64_t word;
  __builtin_memcpy(&word, bytes, sizeof word);
  return word;
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// The length of the valid UTF-8 sequence that starts here with a byte above 127; 0 if there is none.
std::size_t sequence_length(std::span<const unsigned char> bytes) {
  const unsigned char lead = bytes[0];
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(bytes[i])) return 0;
  }
  const unsigned char second = bytes[1];
  if (lead == 0xE0 && second < 0xA0) return 0;  // overlong
  if (lead == 0xED && second > 0x9F) return 0;  // a surrogate
  if (lead == 0xF0 && second < 0x90) return 0;  // overlong
  if (lead == 0xF4 && second > 0x8F) return 0;  // beyond U+10FFFF
  return length;
}

}  // namespace

const Encoding& utf8_encoding() { return kEncodings[0]; }

const Encoding* find_encoding(std::string_view name) {
  const std::string lowered = [&] {
    std::string result(name);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' ? '-' : c;
    return result;
  }();
  if (is_with_suffix(lowered, "utf-8")) return &utf8_encoding();
  if (is_with_suffix(lowered, "latin-1") || is_with_suffix(lowered, "iso-latin-1")) return find_encoding("latin-1");
  if (is_with_suffix(lowered, "iso-8859-1")) return find_encoding("latin-1");
  const std::string plain = without_separators(name);
  for (const Encoding& encoding : kEncodings) {
    if (has_name(encoding, plain)) return &encoding;
  }
  return nullptr;
}

Expected<std::string> decode(const Encoding& encoding, std::string_view bytes) {
  return convert(encoding, bytes, true);
}

Expected<std::string> encode(const Encoding& encoding, std::string_view utf8) { return convert(encoding, utf8, false); }

std::size_t find_non_ascii(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::size_t at = from;
  while (at + sizeof(std::uint64_t) <= text.size() && (load_word(text.data() + at) & kHighBits) == 0) {
    at += sizeof(std::uint64_t);
  }
  while (at < text.size()) {
    if ((text[at] & 0x80) != 0) return at;
    ++at;
  }
  return std::string_view::npos;
}

std::size_t find_invalid_utf8(std::string_view text) {
  const std::span<const unsigned char> bytes(reinterpret_cast<const unsigned char*>(text.data()), text.size());
  std::size_t at = 0;
  while ((at = find_non_ascii(text, at)) != std::string_view::npos) {
    const std::size_t length = sequence_length(bytes.subspan(at));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

}  // namespace py3k::engine
