#include "service/ChainCheck.h"

#include "journal/Chain.h"
#include "service/Registers.h"

namespace campus::service {

using storage::InstallChain;

Result<void> ChainCheck::openOne(const InstallChain &stored, const PublicKey *serverKey)
{
    Install install;
    install.stored = stored;
    install.chain = journal::chainStart(stored.device, stored.install);
    if (stored.device == kServerDevice) {
        install.hasKey = serverKey != nullptr;
        if (install.hasKey)
            install.key = *serverKey;
    } else {
        const auto device = m_books.accounts().device(stored.device);
        if (!device)
            return device.error();
        install.hasKey = device->has_value();
        if (install.hasKey)
            install.key = (*device)->key;
    }
    auto visited =
        m_books.chains().visitBatches(stored.key, [&](const storage::SignedBatch &batch) {
            install.batches[batch.last] = batch;
            return true;
        });
    if (!visited)
        return visited;
    visited = m_books.chains().visitRepeats(stored.key, [&](const storage::RepeatedEvent &repeat) {
        install.repeats[repeat.number] = repeat.seq;
        return true;
    });
    if (!visited)
        return visited;
    m_installs[{stored.device, stored.install}] = std::move(install);
    return {};
}

Result<void> ChainCheck::open()
{
    const auto text = m_books.setting(storage::kServerKeySetting);
    if (!text)
        return text.error();
    const auto octets = fromHex(*text);
    const auto serverKey = octets ? publicKeyFrom(*octets) : std::nullopt;
    std::vector<InstallChain> all;
    auto visited = m_books.chains().visit([&](const InstallChain &chain) {
        all.push_back(chain);
        return true;
    });
    if (!visited)
        return visited;
    for (const InstallChain &stored : all) {
        if (auto opened = openOne(stored, serverKey ? &*serverKey : nullptr); !opened)
            return opened;
    }
    return m_books.log().visitAside([&](const storage::AsideEvent &aside) {
        if (const auto install = m_installs.find({aside.device, aside.install});
            install != m_installs.end() && aside.number != 0)
            install->second.aside[aside.number] = aside.line;
        return true;
    });
}

void ChainCheck::step(Install &install, std::uint64_t seq, const std::string &line)
{
    install.chain = journal::chainNext(install.chain, line);
    const std::uint64_t number = install.next++;
    const auto batch = install.batches.find(number);
    if (batch == install.batches.end())
        return;
    ++m_batches;
    const std::string where = "the batch of events " + std::to_string(batch->second.first) +
                              " to " + std::to_string(number) + " of device " +
                              install.stored.device + ", install " + install.stored.install + ", ";
    if (install.chain != batch->second.chain)
        m_report(seq, {}, where + "is not the one that was received: its chain value differs");
    else if (!install.hasKey)
        m_report(seq, {}, where + "has no known key to verify its signature with");
    else if (!journal::verifyBatch(install.key, install.stored.device, install.stored.install,
                                   number, install.chain, batch->second.signature))
        m_report(seq, {}, where + "does not carry its device's signature");
    install.chain = batch->second.chain; // one alteration is named once
}

// Numbers that gave no record of their own: events known before, or set aside.
Result<void> ChainCheck::fillUpTo(Install &install, std::uint64_t number)
{
    while (install.next < number) {
        if (const auto aside = install.aside.find(install.next); aside != install.aside.end()) {
            step(install, 0, aside->second);
            continue;
        }
        const auto repeat = install.repeats.find(install.next);
        if (repeat == install.repeats.end()) {
            m_report(0, {},
                     "event " + std::to_string(install.next) + " of device " +
                         install.stored.device + ", install " + install.stored.install +
                         ", is missing");
            install.next = number;
            return {};
        }
        const auto record = m_books.log().record(repeat->second);
        if (!record)
            return record.error();
        step(install, repeat->second, *record ? (*record)->line : std::string());
    }
    return {};
}

Result<void> ChainCheck::add(const journal::LogRecord &record)
{
    if (record.number == 0)
        return {};
    const auto found = m_installs.find({record.device, record.install});
    if (found == m_installs.end()) {
        m_report(record.seq, {}, "its install is not known");
        return {};
    }
    Install &install = found->second;
    if (auto filled = fillUpTo(install, record.number); !filled)
        return filled;
    if (record.number < install.next) {
        m_report(record.seq, {},
                 "number " + std::to_string(record.number) + " of its install comes twice");
        return {};
    }
    step(install, record.seq, record.line);
    return {};
}

Result<void> ChainCheck::close()
{
    for (auto &[key, install] : m_installs) {
        if (auto filled = fillUpTo(install, install.stored.next); !filled)
            return filled;
        if (install.next != install.stored.next || install.chain != install.stored.chain) {
            m_report(0, {},
                     "the chain of device " + install.stored.device + ", install " +
                         install.stored.install + ", does not end where it was left");
        }
    }
    return {};
}

} // namespace campus::service
