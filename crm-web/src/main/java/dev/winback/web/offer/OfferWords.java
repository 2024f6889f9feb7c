package dev.winback.web.offer;

import dev.winback.offer.Catalogue;
import dev.winback.offer.OfferKind;
import dev.winback.web.layout.Wording;

/** The names of offers as the firm calls them, of a catalogue that was read. */
public record OfferWords(Catalogue catalogue, Wording wording) {

  public String kind(String code) {
    return catalogue.kind(code).map(this::of).orElse(code);
  }

  String of(OfferKind kind) {
    var own = kind.name();
    return own == null ? wording.of("offer.kind." + kind.code()) : own;
  }

  /** With its percent, where it has one. */
  public String named(String code, int percent) {
    return percent == 0 ? kind(code) : wording.of("offer.named", kind(code), percent);
  }
}
