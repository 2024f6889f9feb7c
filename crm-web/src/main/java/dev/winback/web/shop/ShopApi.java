package dev.winback.web.shop;

import dev.winback.shop.NewShop;
import dev.winback.shop.ShopRow;
import dev.winback.shop.Shops;
import dev.winback.staff.Actor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connected shops for programs; secrets go in and never come out. */
@RestController
@RequestMapping("/api/v1/shops")
class ShopApi {

  private final Shops shops;

  ShopApi(Shops shops) {
    this.shops = shops;
  }

  @GetMapping
  List<ShopRow> all(Actor actor) {
    return shops.all(actor);
  }

  @PostMapping
  ResponseEntity<Map<String, Long>> connect(@RequestBody NewShop shop, Actor actor) {
    var id = shops.connect(shop, actor);
    return ResponseEntity.created(URI.create("/api/v1/shops/" + id)).body(Map.of("id", id));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disconnect(@PathVariable long id, Actor actor) {
    shops.disconnect(id, actor);
  }
}
