package dev.winback.web.layout;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.letter.LetterFilter;
import dev.winback.letter.LetterId;
import dev.winback.letter.LetterPlace;
import dev.winback.letter.Letters;
import dev.winback.report.CustomerFilter;
import dev.winback.report.CustomerLists;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.report.Place;
import dev.winback.shared.Refused;
import dev.winback.view.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Finds the way back to a list and to the neighbours in it, for a page opened with {@code from}; a
 * form of the page that leads back to it keeps the way. Templates reach it as {@code @trails}.
 */
@Component("trails")
@RequestScope
public class Trails {

  private static final String KEPT = "trail";

  private final LostCustomers lost;
  private final CustomerLists customers;
  private final Letters letters;
  private final Views views;
  private final Shell shell;
  private final Wording wording;
  private final HttpServletRequest request;

  Trails(
      LostCustomers lost,
      CustomerLists customers,
      Letters letters,
      Views views,
      Shell shell,
      Wording wording,
      HttpServletRequest request) {
    this.lost = lost;
    this.customers = customers;
    this.letters = letters;
    this.views = views;
    this.shell = shell;
    this.wording = wording;
    this.request = request;
  }

  /** Of a loss opened from the lost list; the neighbours open the same page of theirs. */
  public @Nullable Trail lapse(long id) {
    var from = from("lapse " + id);
    var actor = shell.actor();
    if (actor == null || from == null || !isOf(from, "lost")) {
      return null;
    }
    try {
      var filter = LostFilter.of(query(from));
      var place = lost.place(filter, new LapseId(id), actor);
      var tab = request.getRequestURI().endsWith("/worth") ? "/lapses/{id}/worth" : "/lapses/{id}";
      return trail(from, tab, place, lost.count(filter, actor), "lost.title");
    } catch (Refused made) {
      return null;
    }
  }

  /** The same of a customer opened from the customer list. */
  public @Nullable Trail customer(CustomerId id) {
    var from = from("customer " + id.value());
    var actor = shell.actor();
    if (actor == null || from == null || !isOf(from, "customers")) {
      return null;
    }
    try {
      var filter = CustomerFilter.of(query(from));
      var place = customers.place(filter, id, actor);
      return trail(
          from, "/customers/{ref}", place, customers.count(filter, actor), "customer.list");
    } catch (Refused made) {
      return null;
    }
  }

  /** The same of a letter opened from the list of letters. */
  public @Nullable Trail letter(long id) {
    var from = from("letter " + id);
    var actor = shell.actor();
    if (actor == null || from == null || !isOf(from, "letters/list")) {
      return null;
    }
    try {
      var filter = letterFilter(query(from));
      var place = beside(letters.place(filter, new LetterId(id), actor));
      int count = Math.toIntExact(letters.count(filter, actor));
      return trail(from, "/letters/{id}", place, count, "letter.all");
    } catch (Refused | IllegalArgumentException made) {
      return null;
    }
  }

  private static LetterFilter letterFilter(String query) {
    var said = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
    var rung = said(said, "rung");
    var survey = said(said, "survey");
    return LetterFilter.of(
            said(said, "status"),
            said(said, "reason"),
            rung == null || rung.isBlank() ? null : Integer.valueOf(rung),
            said(said, "customer"))
        .searching(said(said, "q"))
        .ofSurvey(survey == null || survey.isBlank() ? null : Long.valueOf(survey));
  }

  private static @Nullable String said(MultiValueMap<String, String> query, String name) {
    var value = query.getFirst(name);
    return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static Place beside(LetterPlace place) {
    return new Place(number(place.previous()), number(place.next()), place.number());
  }

  private static @Nullable String number(@Nullable LetterId id) {
    return id == null ? null : Long.toString(id.value());
  }

  /** From the address, else as this session came to the same record before. */
  private @Nullable String from(String record) {
    var said = request.getParameter("from");
    var session = request.getSession(false);
    if (session == null || said != null) {
      if (session != null) {
        session.setAttribute(KEPT, record + "\n" + said);
      }
      return said;
    }
    var kept = session.getAttribute(KEPT);
    return kept instanceof String text && text.startsWith(record + "\n")
        ? text.substring(record.length() + 1)
        : null;
  }

  private static boolean isOf(String from, String list) {
    return from.equals(list) || from.startsWith(list + "?");
  }

  private static String query(String from) {
    int at = from.indexOf('?');
    return at < 0 ? "" : from.substring(at + 1);
  }

  private Trail trail(String from, String page, Place place, int count, String title) {
    return new Trail(
        "/" + from,
        name("/" + from, title),
        address(page, place.previous(), from),
        address(page, place.next(), from),
        place.number(),
        count);
  }

  /** The name of the view that the list is, else that of the list. */
  private String name(String list, String title) {
    var actor = shell.actor();
    return actor == null
        ? wording.of(title)
        : views.of(actor).stream()
            .filter(view -> view.address().equals(list))
            .findFirst()
            .map(view -> view.name())
            .orElseGet(() -> wording.of(title));
  }

  private static @Nullable String address(String page, @Nullable String record, String from) {
    if (record == null) {
      return null;
    }
    var path = UriComponentsBuilder.fromPath(page).build(record).toString();
    return path + "?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
  }
}
