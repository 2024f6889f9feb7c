package dev.winback.web.palette;

import dev.winback.report.CustomerFilter;
import dev.winback.report.CustomerLists;
import dev.winback.report.CustomerRow;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.view.Views;
import dev.winback.web.layout.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Customers, views, pages and acts by their names; with {@code >} in front acts alone. */
@Controller
class PaletteController {

  private static final int CUSTOMERS = 6;
  private static final int OTHERS = 8;

  private final CustomerLists customers;
  private final Views views;
  private final Wording wording;

  PaletteController(CustomerLists customers, Views views, Wording wording) {
    this.customers = customers;
    this.views = views;
    this.wording = wording;
  }

  @GetMapping("/palette")
  String find(@RequestParam(required = false) @Nullable String q, Actor actor, Model model) {
    var typed = q == null ? "" : q.strip();
    boolean acts = typed.startsWith(">");
    var words = acts ? typed.substring(1).strip() : typed;
    var found =
        acts
            ? places(words, true, actor)
            : Stream.of(views(words, actor), customers(words, actor), places(words, false, actor))
                .flatMap(stream -> stream);
    model.addAttribute("found", found.toList());
    return "palette/found";
  }

  private Stream<Found> customers(String words, Actor actor) {
    if (words.length() < 2) {
      return Stream.empty();
    }
    var page = customers.page(CustomerFilter.searching(words), null, CUSTOMERS, actor);
    var first = page.items().stream().map(this::customer);
    return page.next() == null ? first : Stream.concat(first, Stream.of(all(words)));
  }

  private Found customer(CustomerRow row) {
    return new Found("customer", row.name(), hint(row), customer(row.ref()), row.fragile());
  }

  /** What tells two of one name apart. */
  private String hint(CustomerRow row) {
    var stage = row.stage() == null ? null : wording.of("stage." + row.stage());
    return Stream.of(row.ref(), row.city(), stage)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  /** The list has the rest. */
  private Found all(String words) {
    var address = UriComponentsBuilder.fromPath("/customers").queryParam("q", "{q}").build(words);
    return Found.of("page", wording.of("palette.all", words), address.toString());
  }

  private static String customer(String ref) {
    return UriComponentsBuilder.fromPath("/customers/{ref}").build(ref).toString();
  }

  private Stream<Found> views(String words, Actor actor) {
    return actor.may(Permission.SEE_VIEWS)
        ? views.of(actor).stream()
            .filter(view -> view.named(words))
            .map(view -> Found.of("view", view.name(), view.address()))
            .limit(OTHERS)
        : Stream.empty();
  }

  /** Those whose name has each of the words. */
  private Stream<Found> places(String words, boolean acts, Actor actor) {
    var asked = List.of(words.toLowerCase(Locale.ROOT).split("\\s+"));
    return Arrays.stream(Place.values())
        .filter(place -> place.act() == acts || !acts && !words.isEmpty())
        .filter(place -> may(place, actor))
        .map(place -> found(place))
        .filter(found -> asked.stream().allMatch(word -> lower(found).contains(word)))
        .limit(acts ? Place.values().length : OTHERS);
  }

  private static boolean may(Place place, Actor actor) {
    var permission = place.permission();
    return permission == null || actor.may(permission);
  }

  private static String lower(Found found) {
    return found.name().toLowerCase(Locale.ROOT);
  }

  private Found found(Place place) {
    return Found.of(place.act() ? "act" : "page", wording.of(place.key()), place.address());
  }
}
