package by.pobach.equipment;

import by.pobach.diary.Diary;
import by.pobach.diary.Resource;
import by.pobach.web.Remembered;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the Centre's devices. Kept in memory, seen by all nodes within a second of a change. */
@Component
public class EquipmentDesk {
    private final ItemTable table;
    private final Diary diary;
    private final Remembered<List<ItemTable.Row>> items;

    EquipmentDesk(ItemTable table, Diary diary) {
        this.table = table;
        this.diary = diary;
        this.items = new Remembered<>(table::all);
    }

    /** The items of a kind that are in service, in a stable order. */
    public List<Item> itemsOf(String kind) {
        return items.get().stream()
                .filter(ItemTable.Row::inService)
                .map(ItemTable.Row::item)
                .filter(item -> item.kind().equals(kind))
                .toList();
    }

    /** Everything in service, kind by kind. */
    public List<Item> items() {
        return items.get().stream()
                .filter(ItemTable.Row::inService)
                .map(ItemTable.Row::item)
                .toList();
    }

    /** One item, also when it is out of service, since past visits name it. */
    public Optional<Item> item(UUID id) {
        return items.get().stream()
                .map(ItemTable.Row::item)
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    /** What there are items of, in a stable order. */
    public List<Model> models() {
        return table.models();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void addModel(Model model) {
        table.add(model);
    }

    /** Puts a new item of a model on the shelf, under a number that no other item of it has, and into the diary. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addItem(UUID id, UUID model, int number) {
        items.changed();
        table.add(id, model, number);
        diary.register(new Resource(id, Resource.Kind.DEVICE));
    }

    /** Takes an item out of service or puts it back; what was promised with it is not changed by this. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putInService(UUID id, boolean inService) {
        items.changed();
        table.putInService(id, inService);
    }
}
