def test_it(page, site):
    msgs=[]
    page.on("console", lambda m: msgs.append(m.text)); page.on("pageerror", lambda e: msgs.append(str(e)))
    page.set_viewport_size({"width":390,"height":900})
    page.goto(site.address+"/id/cek-mandiri/")
    page.screenshot(path="/tmp/w/s1.png", full_page=True)
    page.check("[data-selfcheck-none]"); page.click("[data-selfcheck-next]")
    page.screenshot(path="/tmp/w/s2.png", full_page=True)
    page.check("[data-selfcheck-none]"); page.click("[data-selfcheck-next]")
    page.check("[name=complaint][value=cramp]"); page.check("[name=age-band][value='60-plus']"); page.check("[name=sex][value=woman]"); page.click("[data-selfcheck-next]")
    page.screenshot(path="/tmp/w/s3.png", full_page=True)
    n=0
    while page.locator("[data-selfcheck-screen]").count() and n<15:
        n+=1
        ids=page.locator("[data-question]").evaluate_all("e=>e.map(x=>x.dataset.question)")
        for r in page.locator("fieldset[data-question]").all(): r.locator("input[value=no],input[value=unknown]").first.check()
        hit=False
        for f in ("eased-by-stretching","occurs-at-night","takes-statin","has-kidney-disease"):
            if f in ids: page.check(f"[name={f}][value=yes]"); hit=True
        if not hit and page.locator("[data-selfcheck-none]").count(): page.check("[data-selfcheck-none]")
        page.click("[data-selfcheck-next]")
    print(n, page.locator("[data-selfcheck-result]").get_attribute("data-level"))
    page.screenshot(path="/tmp/w/s4.png", full_page=True)
    print(msgs)
