package dev.winback.web.customer;

import dev.winback.customer.Customers;
import dev.winback.customer.Merge;
import dev.winback.customer.Merges;
import dev.winback.report.MergeMoves;
import dev.winback.report.MergePreviews;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Two records of one person made one customer by a program, and two again. */
@RestController
@RequestMapping("/api/v1/customers/{ref}/merges")
class MergeApi {

  private final Merges merges;
  private final MergePreviews previews;
  private final Customers customers;
  private final Wording wording;

  MergeApi(Merges merges, MergePreviews previews, Customers customers, Wording wording) {
    this.merges = merges;
    this.previews = previews;
    this.customers = customers;
    this.wording = wording;
  }

  /** The record that becomes part of the customer, and the fields of which its value stays. */
  record Asked(@Nullable String other, @Nullable List<String> fromOther) {}

  /** What a merge would do. */
  record Preview(
      String ref,
      String other,
      Map<String, @Nullable Object> changes,
      MergeMoves moves,
      List<String> consequences) {}

  @GetMapping
  List<Merge> list(@PathVariable String ref, Actor actor) {
    actor.require(Permission.SEE_DUPLICATES);
    return merges.of(customers.require(ref));
  }

  @GetMapping("/preview")
  Preview preview(
      @PathVariable String ref, @RequestParam(defaultValue = "") String other, Actor actor) {
    var preview = previews.of(ref, other, actor);
    var said =
        preview.consequences().stream().map(c -> wording.of("merge.consequence." + c)).toList();
    return new Preview(ref, other, preview.changes(), preview.moves(), said);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> merge(@PathVariable String ref, @RequestBody Asked asked, Actor actor) {
    var other = Objects.requireNonNullElse(asked.other(), "");
    var fromOther = new LinkedHashSet<>(Objects.requireNonNullElse(asked.fromOther(), List.of()));
    fromOther.remove(null);
    return Map.of("id", merges.merge(ref, other, fromOther, actor), "ref", ref);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void part(@PathVariable String ref, @PathVariable long id, Actor actor) {
    merges.part(ref, id, actor);
  }
}
