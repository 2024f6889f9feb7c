package dev.winback.web.layout;

import dev.winback.customer.MailAddress;
import dev.winback.customer.PhoneNumbers;
import dev.winback.lapse.Stage;
import dev.winback.report.LostCustomers;
import dev.winback.shared.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How figures, days and stages look, the same on every page; templates reach it as {@code @shown}.
 */
@Component("shown")
public class Shown {

  /** Shape, word and colour of a chip: never colour alone (look.md, "Chips"). */
  public record Chip(String style, String glyph, String key, List<Object> figures) {

    public Chip(String style, String glyph, String key, Object... figures) {
      this(style, glyph, key, List.of(figures));
    }
  }

  private final Shell shell;
  private final PhoneNumbers phones;
  private final Wording wording;

  Shown(Shell shell, PhoneNumbers phones, Wording wording) {
    this.wording = wording;
    this.shell = shell;
    this.phones = phones;
  }

  /** A figure of a sentence as the reader writes it. */
  static Object inWords(Object figure) {
    if (figure instanceof LocalDate day) {
      return form("d MMM yyyy").format(day);
    }
    if (figure instanceof YearMonth month) {
      return form("MMMM yyyy").format(month);
    }
    return figure instanceof Money money ? money(money.amount(), money.currency(), 2) : figure;
  }

  /** Money to the cent, of a currency that has none in whole; empty for nothing. */
  public String money(@Nullable BigDecimal amount, @Nullable String currency) {
    return money(amount, currency, 2);
  }

  /** Money without cents, for what is an expectation anyway. */
  public String whole(@Nullable BigDecimal amount, @Nullable String currency) {
    return money(amount, currency, 0);
  }

  private static String money(@Nullable BigDecimal amount, @Nullable String currency, int digits) {
    if (amount == null || currency == null) {
      return "";
    }
    int most = Math.min(digits, Currency.getInstance(currency).getDefaultFractionDigits());
    return minus(new FigureForm(locale(), currency, most, most).copy().format(amount));
  }

  /** A telephone number as the firm's country writes it. */
  public String phone(@Nullable String typed, @Nullable String e164) {
    return typed == null ? "" : phones.shown(typed, e164);
  }

  /** The address that dials it. */
  public String dial(@Nullable String typed, @Nullable String e164) {
    return "tel:" + (e164 != null ? e164 : typed == null ? "" : typed.replaceAll("[^+\\d]", ""));
  }

  /** An e-mail address with the letters of its domain. */
  public String email(@Nullable String stored) {
    return stored == null ? "" : MailAddress.shown(stored);
  }

  public String number(long number) {
    return minus(figures(0, 0).format(number));
  }

  /** The sign of calculation, as wide as a figure; what is rounded to nothing has none. */
  private static String minus(String figure) {
    boolean nothing = figure.chars().noneMatch(sign -> Character.digit(sign, 10) > 0);
    return nothing ? figure.replace("-", "") : figure.replace('-', '−');
  }

  /** A number that lists and figures count up to a limit only: beyond it more than so many. */
  public String counted(long count) {
    return count > LostCustomers.COUNTED
        ? wording.of("layout.more-than", number(LostCustomers.COUNTED))
        : number(count);
  }

  /** A share with one digit behind the point, which small ones need. */
  public String percent(double share) {
    return inPercent(share * 100);
  }

  /** A count with what it is counted of, and the share; of nothing there is none. */
  public String partOf(long count, long of) {
    return of == 0
        ? "–"
        : wording.of(
            "layout.part-of", number(count), number(of), wholePercent(count / (double) of));
  }

  /** A share in whole percent, where more would only crowd the page. */
  public String wholePercent(double share) {
    return inPercent(Math.round(share * 100));
  }

  /** What is counted in percent already; the sign is written as in the texts around it. */
  public String inPercent(Number percent) {
    return wording.of("layout.percent", minus(figures(0, 1).format(percent)));
  }

  public String decimal(double number, int digits) {
    return minus(figures(digits, digits).format(number));
  }

  private static NumberFormat figures(int leastDigits, int mostDigits) {
    return new FigureForm(locale(), null, leastDigits, mostDigits).copy();
  }

  public String day(@Nullable LocalDate day) {
    return day == null ? "" : form("d MMM yyyy").format(day);
  }

  public String month(LocalDate month) {
    return form("MMM yyyy").format(month);
  }

  /** A moment in the zone of who looks. */
  public String moment(@Nullable OffsetDateTime moment) {
    return moment == null ? "" : moment(moment.toInstant());
  }

  public String moment(Instant moment) {
    return form("d MMM yyyy, HH:mm").format(there(moment));
  }

  /** A moment of a fact: of many no more than the day is told, and midnight says nothing. */
  public String dayOrMoment(Instant moment) {
    var there = there(moment);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? day(there.toLocalDate())
        : form("d MMM yyyy, HH:mm").format(there);
  }

  private ZonedDateTime there(Instant moment) {
    var actor = shell.actor();
    return moment.atZone(actor == null ? ZoneId.systemDefault() : actor.zone());
  }

  private static DateTimeFormatter form(String pattern) {
    return DayForm.of(pattern, locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  public Chip stage(Stage stage) {
    return switch (stage) {
      case LATE -> new Chip("warning", "●", "stage.LATE");
      case LOST -> new Chip("danger", "■", "stage.LOST");
      case DECIDED -> new Chip("info", "●", "stage.DECIDED");
      case WORKING -> new Chip("info", "◐", "stage.WORKING");
      case RETURNED, RESTORED, SAFE -> new Chip("success", "✓", "stage." + stage);
      default -> new Chip("outline", "○", "stage." + stage);
    };
  }

  /** Sums of several currencies in one line; null for none. */
  public @Nullable String sums(List<Money> sums) {
    return sums.isEmpty()
        ? null
        : sums.stream()
            .map(sum -> whole(sum.amount(), sum.currency()))
            .collect(Collectors.joining(" + "));
  }
}
