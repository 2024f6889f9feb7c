package dev.winback.lapse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who was told everything would know without the program: who bought what and what
 * became of it, who is to be written to no more, which letters have left, who is one.
 */
final class HouseModel {

  /** A purchase as it was told last. */
  static final class Sale {
    final String id;
    final String ref;
    final LocalDate day;
    final int amount;
    boolean paid = true;
    int refunded;

    Sale(String id, String ref, LocalDate day, int amount) {
      this.id = id;
      this.ref = ref;
      this.day = day;
      this.amount = amount;
    }

    /** rules.md, "counting purchase". */
    boolean counts() {
      return paid && refunded < amount;
    }

    @Override
    public String toString() {
      return "%s of %s on %s".formatted(id, ref, day);
    }
  }

  final List<Sale> sales = new ArrayList<>();
  final Set<String> stopped = new HashSet<>();
  final Set<String> dead = new HashSet<>();

  /** Losses that a manager gave another try. */
  final Set<Long> reopened = new HashSet<>();

  /** Each letter that was announced, as loss and rung. */
  final Set<String> left = new HashSet<>();

  final Set<String> repented = new HashSet<>();
  private final Map<String, String> into = new HashMap<>();

  String root(String ref) {
    var next = into.get(ref);
    return next == null ? ref : root(next);
  }

  void merge(String stays, String goes) {
    into.put(goes, root(stays));
  }

  @Nullable Sale sale(String id) {
    return sales.stream().filter(sale -> sale.id.equals(id)).findFirst().orElse(null);
  }

  List<Sale> counting(String root) {
    return sales.stream().filter(sale -> sale.counts() && root(sale.ref).equals(root)).toList();
  }

  boolean mayBeWrittenTo(String root) {
    return of(stopped, root) && of(dead, root);
  }

  boolean repents(String root) {
    return !of(repented, root);
  }

  private boolean of(Set<String> refs, String root) {
    return refs.stream().noneMatch(ref -> root(ref).equals(root));
  }
}
