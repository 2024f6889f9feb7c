package dev.winback.web.offer;

import dev.winback.grant.Choices;
import dev.winback.grant.GrantLists;
import dev.winback.grant.GrantRow;
import dev.winback.grant.OfferChoices;
import dev.winback.grant.OwnResult;
import dev.winback.lapse.LapseId;
import dev.winback.offer.Catalogue;
import dev.winback.offer.OfferKind;
import dev.winback.offer.Offers;
import dev.winback.web.layout.Shell;
import dev.winback.web.layout.Shown.Chip;
import dev.winback.web.layout.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** Offers in words; templates reach it as {@code @offersShown}. Kinds are read once a request. */
@Component("offersShown")
@RequestScope
public class OffersShown {

  private static final int ENOUGH = 30;

  private final Offers offers;
  private final Choices choices;
  private final GrantLists lists;
  private final Shell shell;
  private final Wording wording;
  private @Nullable Catalogue catalogue;

  OffersShown(Offers offers, Choices choices, GrantLists lists, Shell shell, Wording wording) {
    this.offers = offers;
    this.choices = choices;
    this.lists = lists;
    this.shell = shell;
    this.wording = wording;
  }

  private Catalogue catalogue() {
    if (catalogue == null) {
      catalogue = offers.catalogue();
    }
    return catalogue;
  }

  /** What the member who looks can offer for a loss; null: he offers nothing. */
  public @Nullable OfferChoices choices(long lapse) {
    var actor = shell.actor();
    boolean works = actor != null && shell.may("WORK_TASKS");
    return works && actor != null ? choices.of(new LapseId(lapse), actor) : null;
  }

  /**
   * What was offered for a loss, to whoever sees it: also to those who offer nothing themselves.
   */
  public List<GrantRow> given(long lapse) {
    var actor = shell.actor();
    return actor == null ? List.of() : lists.of(new LapseId(lapse), actor);
  }

  /** For the rows of a list: each call by the name of this class looks for the request first. */
  public OfferWords words() {
    return new OfferWords(catalogue(), wording);
  }

  public String kind(String code) {
    return words().kind(code);
  }

  public String of(OfferKind kind) {
    return words().of(kind);
  }

  /** With its percent, where it has one. */
  public String named(String code, int percent) {
    return words().named(code, percent);
  }

  /** And with what is added. */
  public String named(String code, int percent, @Nullable String plus) {
    var main = named(code, percent);
    return plus == null ? main : wording.of("offer.plus", main, kind(plus));
  }

  /** What the customer is told. */
  public String words(OfferKind kind) {
    var own = kind.words();
    return own == null ? wording.orCode("offer.words.", kind.code()) : own;
  }

  /** The published share with its source; null: none. */
  public @Nullable String benchmark(OfferKind kind) {
    return kind.benchmark() == null
        ? null
        : wording.of("offer.benchmark", kind.benchmark(), source(kind.code()));
  }

  private String source(String code) {
    return wording.orCode("offer.source.", code);
  }

  /** The firm's own share; few of them say little. */
  public String own(@Nullable OwnResult own) {
    if (own == null || own.given() == 0) {
      return wording.of("offer.own.none");
    }
    var key = own.given() < ENOUGH ? "offer.own.few" : "offer.own";
    long taken = Math.round(100.0 * own.taken() / own.given());
    long returned = Math.round(100.0 * own.returned() / own.given());
    return wording.of(key, own.given(), taken, returned);
  }

  /** Shape, word and colour of where an offer stands. */
  public Chip state(String code) {
    var key = "grant.state." + code;
    return switch (code) {
      case "asked" -> new Chip("warning", "▲", key);
      case "approved", "given" -> new Chip("info", "●", key);
      case "accepted", "used" -> new Chip("success", "✓", key);
      case "refused", "declined" -> new Chip("danger", "■", key);
      default -> new Chip("outline", "○", key);
    };
  }
}
